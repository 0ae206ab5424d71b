-- How a reminder went out: by push, by e-mail, or both. Empty while it has not.
alter table reminder add column channel text;
-- When it was first said, whatever came of it later: what is said to somebody in a week is counted by it.
alter table reminder add column said_at text;
update reminder set said_at = decided_at where state = 'sent';
create index reminder_said on reminder (member_id, said_at) where said_at is not null;
-- All that is due of a person is taken at once.
create index reminder_open on reminder (member_id, due_at) where state in ('planned', 'claimed');
-- A plan is compared with what stands of a workspace.
create index reminder_workspace on reminder (workspace_id, id);
-- How soon a push service is to wake the phone (RFC 8030, section 5.3).
alter table delivery add column urgency text not null default 'high';
-- What a process has claimed is found again by its lease, however long the ledger is.
create index delivery_leased on delivery (lease) where lease is not null;
