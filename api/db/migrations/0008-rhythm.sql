-- How a reminder went out: by push, by e-mail, or both. Empty while it has not.
alter table reminder add column channel text;
-- What was said to somebody in a week is counted before more is said.
create index reminder_sent on reminder (member_id, decided_at) where state = 'sent';
-- A plan is compared with what stands of a workspace.
create index reminder_workspace on reminder (workspace_id, id);
-- How soon a push service is to wake the phone (RFC 8030, section 5.3).
alter table delivery add column urgency text not null default 'high';
