-- Where metrics come from by themselves. `sealed` holds address and headers, encrypted with a key that is not in the
-- database. `due_at` is the next time to ask, `member_id` who the readings are recorded as.
create table connector (
  id text primary key,
  workspace_id text not null,
  member_id text not null,
  metric_id text not null,
  name text not null,
  segment text not null default '',
  look text not null,
  factor real not null,
  schedule text not null,
  sealed text not null,
  state text not null default 'on' check (state in ('on', 'paused')),
  created_at text not null,
  revised_at text not null,
  due_at text not null,
  lease text,
  lease_until text,
  failures integer not null default 0,
  failing_since text,
  failure text,
  last_at text,
  last_on text,
  last_value real
) strict;
create index connector_due on connector (state, due_at);
-- Two of one name would correct each other's readings.
create unique index connector_source on connector (workspace_id, metric_id, name, segment);
