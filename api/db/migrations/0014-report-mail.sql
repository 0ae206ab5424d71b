-- The report goes by e-mail without a reminder; `occurrence_on` names the week or the month it is of, each told once.
alter table mail add column occurrence_on text;
create unique index mail_report on mail (member_id, occurrence_on) where kind = 'report';

-- When a message last took one of the places a webhook has in an hour; of one that found none, which message told it.
alter table webhook_message add column slot_at text;
alter table webhook_message add column told_with text;
create index webhook_message_slot on webhook_message (webhook_id, slot_at) where slot_at is not null;

-- Changes with the address and with the secret, so that a restored database is known to hold old ones.
alter table webhook add column address_mark text not null default '';
