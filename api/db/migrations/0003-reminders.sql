-- Where a device takes push messages. An endpoint belongs to whoever registered it last, a device has one at most.
-- `gone_at`: the push service says it is over; it stays so that the app can say so, until the device subscribes again.
create table push_subscription (
  endpoint text primary key,
  device_id text not null unique references device (id) on delete cascade,
  person_id text not null references person (id),
  p256dh text not null,
  auth text not null,
  created_at text not null,
  seen_at text not null,
  gone_at text
) strict;
create index push_subscription_person on push_subscription (person_id);

-- What is to be said to whom, once for each occurrence. `planned_for` is the minute that was computed, `due_at` the
-- next moment to decide: later when it was snoozed or when deciding failed. `round` rises with every snooze.
create table reminder (
  id text primary key,
  workspace_id text not null,
  kind text not null,
  subject_id text not null,
  member_id text not null,
  occurrence_on text not null,
  planned_for text not null,
  due_at text not null,
  until_at text not null,
  state text not null default 'planned' check (state in ('planned', 'claimed', 'sent', 'skipped')),
  reason text,
  round integer not null default 0,
  lease text,
  lease_until text,
  decided_at text,
  unique (kind, subject_id, member_id, occurrence_on)
) strict;
create index reminder_due on reminder (state, due_at);
create index reminder_member on reminder (member_id, planned_for);

-- The ledger: each message to each device, from the intention to what the phone said of it. A test push has no
-- reminder. `message` is what will be said, and is emptied once nothing more is sent.
create table delivery (
  id text primary key,
  reminder_id text references reminder (id) on delete set null,
  round integer not null default 0,
  kind text not null,
  member_id text,
  person_id text not null,
  device_id text not null,
  endpoint text not null,
  origin text not null,
  topic text not null,
  message text,
  state text not null default 'planned'
    check (state in ('planned', 'claimed', 'sent', 'accepted', 'retry', 'gone', 'failed', 'skipped')),
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
  shown_at text,
  opened_at text,
  snoozed_until text,
  unique (reminder_id, round, device_id)
) strict;
create index delivery_due on delivery (state, origin, due_at);
create index delivery_device on delivery (device_id, planned_for);
