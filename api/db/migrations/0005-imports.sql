-- A file that was found good and is applied bit by bit. `next_chunk` is the first that has not been applied; the
-- mutations of a chunk have ids that follow from the import's, so that one applied twice has no effect the second time.
create table import_job (
  id text primary key,
  workspace_id text not null,
  member_id text not null,
  kind text not null,
  file_name text,
  state text not null default 'waiting'
    check (state in ('waiting', 'applying', 'done', 'stopped', 'cancelled')),
  upload_id text not null,
  rows integer not null,
  chunks integer not null,
  applied integer not null default 0,
  next_chunk integer not null default 0,
  report text not null,
  stopped text,
  lease text,
  lease_until text,
  at text not null,
  ended_at text
) strict;
create index import_job_workspace on import_job (workspace_id, at);
create index import_job_state on import_job (state, at);

-- The rows still to be applied, as mutations. They are stored before their import, and go when it ends.
create table import_chunk (
  upload_id text not null,
  place integer not null,
  body text not null,
  stored_at text not null,
  primary key (upload_id, place)
) strict;
