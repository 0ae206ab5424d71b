-- The only counter of a workspace. A commit compares and sets it in the same batch that writes rows (api/sync/store.ts).
create table workspace (
  id text primary key,
  epoch text not null,
  revision integer not null,
  restored_at text,
  created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ'))
) strict;

-- One line for every mutation with an effect. The tag proves which history a phone has seen.
create table revision (
  workspace_id text not null references workspace (id),
  revision integer not null,
  tag text not null,
  at text not null,
  actor_id text not null,
  primary key (workspace_id, revision)
) strict, without rowid;

-- Every synced row as it travels; a tombstone keeps its place with an empty body.
create table row (
  workspace_id text not null references workspace (id),
  kind text not null,
  id text not null,
  parent_id text not null,
  cycle_id text,
  revision integer not null,
  deleted integer not null default 0,
  body text,
  primary key (workspace_id, kind, id)
) strict;

create index row_by_revision on row (workspace_id, revision);

create index row_by_parent on row (workspace_id, kind, parent_id);

-- What a row was before it was replaced, with who had written that version and when.
create table row_history (
  workspace_id text not null,
  kind text not null,
  id text not null,
  revision integer not null,
  at text not null,
  actor_id text not null,
  deleted integer not null,
  body text,
  primary key (workspace_id, kind, id, revision)
) strict, without rowid;

-- What became of each mutation; sending it again answers this.
create table mutation (
  workspace_id text not null references workspace (id),
  id text not null,
  payload_hash text not null,
  device_id text,
  actor_id text not null,
  name text not null,
  revision integer not null,
  outcome text not null check (outcome in ('applied', 'rejected')),
  code text,
  field text,
  flags text,
  at text not null,
  received_at text not null,
  primary key (workspace_id, id)
) strict, without rowid;
