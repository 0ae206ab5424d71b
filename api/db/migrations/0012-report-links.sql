-- Links by which somebody from outside reads the report of one cycle. Only the hash of the secret is stored.
create table report_link (
  id text primary key,
  hash text not null unique,
  workspace_id text not null,
  cycle_id text not null,
  created_by text not null,
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  opened integer not null default 0,
  opened_at text
) strict;
create index report_link_workspace on report_link (workspace_id, created_at);
