import type { Attachment } from "../../shared/attachments/attachment.ts";
import type { Database, Statement } from "../db/client.ts";

/** A file's place: whose, and of which attachment. */
export interface FileKey {
  workspaceId: string;
  attachmentId: string;
}

/** How much of a body is here, in bytes. */
export interface StoredFile {
  size: number;
  stored: number;
  wholeAt: string | null;
}

/** The live row a body belongs to. */
export async function findAttachment(
  database: Database,
  { workspaceId, attachmentId }: FileKey,
): Promise<Attachment | undefined> {
  const [found] = await database.read(
    "select body from row where workspace_id = ? and kind = 'attachment' and id = ? and deleted = 0",
    [workspaceId, attachmentId],
  );
  return found === undefined ? undefined : asAttachment(String(found.body));
}

/** How far a body is; undefined where no room has been taken for it. */
export async function findFile(
  database: Database,
  { workspaceId, attachmentId }: FileKey,
): Promise<StoredFile | undefined> {
  const [found] = await database.read(
    `select size, whole_at as "wholeAt", (select coalesce(sum(length(body)), 0) from file_piece piece
       where piece.workspace_id = ?1 and piece.attachment_id = ?2) as stored
     from file where workspace_id = ?1 and attachment_id = ?2`,
    [workspaceId, attachmentId],
  );
  return found as StoredFile | undefined;
}

/** Takes room for a whole body; no effect where it has its room, or where the workspace would hold more than `most`. */
export function reserve(
  { workspaceId, attachmentId }: FileKey,
  size: number,
  most: number,
  at: string,
): Statement {
  return {
    sql: `insert into file (workspace_id, attachment_id, size, begun_at)
          select ?1, ?2, ?3, ?4
          where (select coalesce(sum(size), 0) from file where workspace_id = ?1) + ?3 <= ?5
          on conflict do nothing`,
    args: [workspaceId, attachmentId, size, at, most],
  };
}

/** Adds a piece, if it begins where the ones before it end and the body is not whole yet. */
export function append({ workspaceId, attachmentId }: FileKey, start: number, body: Uint8Array): Statement {
  return {
    sql: `insert into file_piece (workspace_id, attachment_id, start, body)
          select ?1, ?2, ?3, ?4
          where ?3 = (select coalesce(sum(length(body)), 0) from file_piece
                      where workspace_id = ?1 and attachment_id = ?2)
            and exists (select 1 from file where workspace_id = ?1 and attachment_id = ?2 and whole_at is null)`,
    args: [workspaceId, attachmentId, start, body],
  };
}

/** All of it is here and agrees; no effect where that was said before. `at`: ISO instant. */
export function markWhole({ workspaceId, attachmentId }: FileKey, at: string): Statement {
  return {
    sql: `update file set whole_at = ? where workspace_id = ? and attachment_id = ? and whole_at is null`,
    args: [at, workspaceId, attachmentId],
  };
}

/** Forgets a body, whole or not, and its room. */
export function forget({ workspaceId, attachmentId }: FileKey): Statement[] {
  const args = [workspaceId, attachmentId];
  return ["file", "file_piece"].map((table) => ({
    sql: `delete from ${table} where workspace_id = ? and attachment_id = ?`,
    args,
  }));
}

/** Gives up a body that is not whole, and its room. */
export function drop({ workspaceId, attachmentId }: FileKey): Statement[] {
  const args = [workspaceId, attachmentId];
  return [
    { sql: "delete from file where workspace_id = ? and attachment_id = ? and whole_at is null", args },
    piecesWithoutFile,
  ];
}

/** A body, piece by piece from its beginning. */
export async function* piecesOf(
  database: Database,
  { workspaceId, attachmentId }: FileKey,
): AsyncGenerator<Uint8Array> {
  for (let start = 0; ; ) {
    const [piece] = await database.read(
      "select body from file_piece where workspace_id = ? and attachment_id = ? and start = ?",
      [workspaceId, attachmentId, start],
    );
    if (piece === undefined) return;
    const body = new Uint8Array(piece.body as ArrayBuffer);
    yield body;
    start += body.length;
  }
}

/** Forgets the bodies of attachments removed before `removed`, and those begun before `begun` that belong to none. */
export async function sweep(
  database: Database,
  { removed, begun }: { removed: string; begun: string },
): Promise<void> {
  await database.write([
    {
      sql: `delete from file where begun_at < ?2 and not exists (
              select 1 from row where row.workspace_id = file.workspace_id and row.kind = 'attachment'
                and row.id = file.attachment_id and row.deleted = 0
                and coalesce(row.body->>'$.removed.at', ?1) >= ?1)`,
      args: [removed, begun],
    },
    piecesWithoutFile,
  ]);
}

const piecesWithoutFile: Statement = {
  sql: `delete from file_piece where not exists (
          select 1 from file where file.workspace_id = file_piece.workspace_id
            and file.attachment_id = file_piece.attachment_id)`,
};

/** Only the attachment's own rule writes such rows, through its schema. */
function asAttachment(body: string): Attachment {
  return JSON.parse(body) as Attachment;
}
