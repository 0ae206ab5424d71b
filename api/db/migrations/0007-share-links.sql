-- Links by which somebody from outside reads one candidate and answers once. Only the hash of the secret is stored. The
-- id is also the id of the mutation that brings the answer in, so that no link can bring in two.
create table share_link (
  id text primary key,
  hash text not null unique,
  workspace_id text not null,
  candidate_id text not null,
  created_by text not null,
  created_at text not null,
  expires_at text not null,
  answered_at text,
  revoked_at text,
  claim text,
  claimed_until text
) strict;
create index share_link_workspace on share_link (workspace_id, created_at);
