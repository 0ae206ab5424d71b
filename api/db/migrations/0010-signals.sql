-- How far a workspace's history has been looked through for what is unusual. It rises by compare-and-set, after what was
-- found has been stored: what a crash left out is looked at again, by whoever is first when the lease has run out.
create table signal_scan (
  workspace_id text primary key references workspace (id),
  scanned_revision integer not null default 0,
  lease text,
  lease_until text
) strict;
