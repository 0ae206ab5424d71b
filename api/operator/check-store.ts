import type { Database, Row } from "../db/client.ts";
import type { Report } from "./report.ts";

interface Question {
  /** Said when the answer is no row. */
  good: string;
  sql: string;
  bad: (row: Row) => string;
}

const onFile: Question[] = [
  {
    good: "The file is whole.",
    sql: "select integrity_check as fault from pragma_integrity_check where integrity_check <> 'ok' limit 5",
    bad: ({ fault }) => `The file is damaged: ${fault}`,
  },
  {
    good: "No row points at one that is missing.",
    sql: `select "table" as "from", parent from pragma_foreign_key_check limit 5`,
    bad: ({ from, parent }) => `A row of ${from} points at a missing row of ${parent}.`,
  },
];

const anywhere: Question[] = [
  {
    good: "Every workspace has each of its revisions.",
    sql: `select w.id, w.revision, count(r.revision) as n from workspace w
            left join revision r on r.workspace_id = w.id and r.revision between 1 and w.revision
          group by w.id having n <> w.revision limit 5`,
    bad: ({ id, revision, n }) => `Workspace ${id} is at revision ${revision} but has ${n} of them.`,
  },
  {
    good: "No row is ahead of its workspace.",
    sql: `select row.workspace_id, row.kind, row.id from row join workspace w on w.id = row.workspace_id
          where row.revision > w.revision limit 5`,
    bad: ({ kind, id }) => `${kind} ${id} has a revision its workspace has not reached.`,
  },
  {
    good: "Every row can be read.",
    sql: "select kind, id from row where deleted = 0 and (body is null or not json_valid(body)) limit 5",
    bad: ({ kind, id }) => `${kind} ${id} cannot be read.`,
  },
  {
    good: "Every attached file that has arrived is here.",
    sql: `select row.id from row left join file
            on file.workspace_id = row.workspace_id and file.attachment_id = row.id and file.whole_at is not null
          where row.kind = 'attachment' and row.deleted = 0 and row.body->>'$.arrivedAt' is not null
            and row.body->>'$.removed' is null
            and (file.size is null or file.size <> (
              select coalesce(sum(length(piece.body)), 0) from file_piece piece
              where piece.workspace_id = row.workspace_id and piece.attachment_id = row.id)) limit 5`,
    bad: ({ id }) => `The file of attachment ${id} is missing or cut short.`,
  },
];

/** Looks for damage without changing anything. */
export async function check(database: Database): Promise<Report> {
  const lines: string[] = [];
  let ok = true;
  for (const { good, sql, bad } of database.file === null ? anywhere : [...onFile, ...anywhere]) {
    const found = await database.read(sql);
    if (found.length > 0) ok = false;
    lines.push(...(found.length === 0 ? [`ok   ${good}`] : found.map((row) => `BAD  ${bad(row)}`)));
  }
  lines.push(ok ? "All is well." : "Restore a backup: stop the server, then run restore FILE.");
  return { lines, ok };
}

/** Whether a file was made by Northing at all. */
export async function isNorthing(database: Database): Promise<boolean> {
  const found = await database.read(
    "select 1 from sqlite_master where type = 'table' and name in ('migration', 'workspace', 'person')",
  );
  return found.length === 3;
}
