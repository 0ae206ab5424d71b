-- Plans read what still makes sense, of however long a ledger; `id` tells apart what ends at one moment.
create index reminder_until on reminder (workspace_id, until_at, id);
drop index reminder_workspace;
-- Whose devices a member's are, without their workspace.
create index membership_member on membership (member_id);
