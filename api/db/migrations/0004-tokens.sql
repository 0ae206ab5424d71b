-- What programs sign in with. A token acts as the member who made it and only through the doors its scopes name. Stored
-- is a hash of the secret, and `hint`, its first characters, to tell one from another in a list.
create table api_token (
  id text primary key,
  workspace_id text not null,
  member_id text not null,
  name text not null,
  hint text not null,
  hash text not null unique,
  scopes text not null,
  metric_ids text,
  created_at text not null,
  expires_at text,
  revoked_at text,
  last_used_at text
) strict;
create index api_token_workspace on api_token (workspace_id, created_at);
-- The name is the source of the readings, so that two programs at once cannot correct each other by accident.
create unique index api_token_name on api_token (workspace_id, name) where revoked_at is null;

-- Where history stood at a moment (api/sync/history-store.ts).
create index revision_by_at on revision (workspace_id, at, revision);
