-- Where what a squad is told also goes: a Slack or Teams channel, or a program. `sealed` holds the address and the
-- secret it is signed with, encrypted with a key that is not in the database. Without `squad_id` it hears of every
-- squad. `since`: nothing that was intended before is sent. `failure` stands while the last try failed.
create table webhook (
  id text primary key,
  workspace_id text not null,
  squad_id text,
  member_id text not null,
  name text not null,
  kind text not null check (kind in ('slack', 'teams', 'generic')),
  says text not null,
  sealed text not null,
  state text not null default 'on' check (state in ('on', 'off')),
  created_at text not null,
  since text not null,
  failures integer not null default 0,
  failing_since text,
  failure text
) strict;
create index webhook_workspace on webhook (workspace_id, state);

-- The ledger of webhooks: each message to each of them once, from the intention to its outcome.
create table webhook_message (
  id text primary key,
  webhook_id text not null references webhook (id) on delete cascade,
  says text not null,
  subject_id text not null,
  occurrence_on text not null,
  state text not null default 'planned'
    check (state in ('planned', 'claimed', 'retry', 'accepted', 'failed', 'skipped')),
  reason text,
  status integer,
  attempts integer not null default 0,
  planned_for text not null,
  due_at text not null,
  expires_at text not null,
  lease text,
  lease_until text,
  sent_at text,
  accepted_at text,
  unique (webhook_id, says, subject_id, occurrence_on)
) strict;
create index webhook_message_due on webhook_message (state, due_at);

-- The ledger of e-mails. `message` is what will be said, and is emptied once nothing more is sent.
create table mail (
  id text primary key,
  reminder_id text references reminder (id) on delete set null,
  round integer not null default 0,
  workspace_id text not null,
  member_id text not null,
  kind text not null,
  reminder_group text not null,
  message text,
  state text not null default 'planned'
    check (state in ('planned', 'claimed', 'sent', 'retry', 'accepted', 'failed', 'skipped')),
  reason text,
  status integer,
  attempts integer not null default 0,
  planned_for text not null,
  due_at text not null,
  expires_at text not null,
  lease text,
  lease_until text,
  sent_at text,
  accepted_at text,
  unique (reminder_id, round)
) strict;
create index mail_due on mail (state, due_at);
create index mail_member on mail (member_id, planned_for);

-- Groups of reminders somebody wants no e-mail of, and addresses that take none: until another one is set.
create table mail_unsubscribed (
  workspace_id text not null,
  member_id text not null,
  reminder_group text not null,
  at text not null,
  primary key (workspace_id, member_id, reminder_group)
) strict;
create table mail_bounced (
  workspace_id text not null,
  member_id text not null,
  address text not null,
  status integer not null,
  at text not null,
  primary key (workspace_id, member_id)
) strict;

-- Addresses under which a calendar reads somebody's rhythm. Only a hash of the secret is kept.
create table calendar_feed (
  id text primary key,
  workspace_id text not null,
  member_id text not null,
  hash text not null unique,
  created_at text not null,
  last_read_at text
) strict;
create index calendar_feed_member on calendar_feed (workspace_id, member_id);
