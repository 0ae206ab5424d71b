-- People and their devices. None of it is synced: not everybody may read it.

create table person (
  id text primary key,
  name text not null,
  created_at text not null
) strict;

-- A person in one workspace. The member itself, with role and state, is a synced row; `ended_at` is set by a restore
-- that replays a removal the backup does not know.
create table membership (
  person_id text not null references person (id),
  workspace_id text not null,
  member_id text not null,
  joined_at text not null,
  ended_at text,
  primary key (person_id, workspace_id),
  unique (workspace_id, member_id)
) strict;

-- One auth session each. Only the hash of its token is stored; a revoked one stays, so that the phone is told to wipe.
create table device (
  id text primary key,
  person_id text not null references person (id),
  token_hash text not null unique,
  name text not null,
  created_at text not null,
  last_seen_at text not null,
  expires_at text not null,
  revoked_at text
) strict;
create index device_person on device (person_id);
create index device_revoked on device (revoked_at);

-- One-time links. `uses` goes from 0 to 1 in the batch that gives what the link promised. The ids of what it will make
-- are fixed from the start, so that a redemption that died half-way is finished by the next one and not doubled.
create table token (
  id text primary key,
  hash text not null unique,
  purpose text not null check (purpose in ('set-up', 'invite', 'device', 'sign-in')),
  uses integer not null default 0,
  reusable integer not null default 0,
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  used_at text,
  workspace_id text,
  person_id text,
  member_id text,
  created_by text,
  invite text,
  claim text,
  claimed_until text,
  asker_hash text,
  asker_name text,
  confirmed_at text
) strict;
create index token_workspace on token (workspace_id, purpose);
-- One set-up for ever, so that two nodes that start at once cannot make two admins.
create unique index token_set_up on token (purpose) where purpose = 'set-up';

create table passkey (
  id text primary key,
  person_id text not null references person (id),
  public_key text not null,
  counter integer not null,
  transports text not null,
  name text not null,
  created_at text not null,
  last_used_at text
) strict;
create index passkey_person on passkey (person_id);

-- A WebAuthn challenge lives five minutes and is deleted by the answer to it.
create table challenge (
  challenge text primary key,
  person_id text,
  expires_at text not null
) strict;

-- One row a caller and door: the moment (ms) until which its allowance is spent. Kept here so that neither a restart
-- nor a second process resets it.
create table rate_limit (
  key text primary key,
  spent_until integer not null
) strict;
create index rate_limit_spent on rate_limit (spent_until);
