-- The bodies of attachments, in pieces that any database takes in one statement. `size` is what was announced: from the
-- first piece on it counts against what a workspace may hold. `whole_at` is set once all is here and agrees.
create table file (
  workspace_id text not null,
  attachment_id text not null,
  size integer not null,
  begun_at text not null,
  whole_at text,
  primary key (workspace_id, attachment_id)
) strict;

-- `start` is the place of a piece's first byte.
create table file_piece (
  workspace_id text not null,
  attachment_id text not null,
  start integer not null,
  body blob not null,
  primary key (workspace_id, attachment_id, start)
) strict;
