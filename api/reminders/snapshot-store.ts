import type { Kind } from "../../shared/sync/catalog.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";
import type { Database } from "../db/client.ts";

/** Workspaces with their revisions: planning and deciding look again only where something has changed. */
export async function workspaceRevisions(database: Database): Promise<Map<string, number>> {
  const rows = await database.read("select id, revision from workspace");
  return new Map(rows.map((row) => [String(row.id), Number(row.revision)]));
}

/** A row as it stands, its `body` with its id and revision, as rules see it; absent for one that is gone. */
export interface ChangedRow extends Omit<LoadedRow, "body"> {
  body?: LoadedRow["body"];
}

/** What reminders are decided by; a row of another kind changes nothing here. */
const kinds = JSON.stringify([
  ...["workspace", "member", "squad", "cycle", "objective", "key-result", "check-in", "metric", "north-star"],
  ...["blocker", "anomaly", "bet", "nudge", "review", "focus"],
]);
const columns = "kind, id, revision, deleted, body" as const;
const liveCycles = `select id from row where workspace_id = ?1 and kind = 'cycle' and deleted = 0
  and body->>'state' in ('running', 'grading')`;

/**
 * What reminders are decided by, in one snapshot: people, settings and metrics; what belongs to cycles that run or are
 * being graded; what is open; and what was asked, chosen, reviewed or answered since a day.
 */
export async function loadRows(database: Database, workspaceId: string, since: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select ${columns} from row where workspace_id = ?1 and deleted = 0 and (
       kind in ('workspace', 'member', 'squad', 'cycle', 'metric', 'north-star')
       or (kind in ('objective', 'key-result', 'check-in') and cycle_id in (${liveCycles}))
       or (kind = 'blocker' and body->>'resolvedAt' is null)
       or (kind = 'anomaly' and (body->'answer' is null or body->>'raisedAt' >= ?2))
       or (kind = 'bet' and body->>'state' in ('idea', 'next', 'doing'))
       or (kind = 'nudge' and body->>'at' >= ?2)
       or (kind in ('review', 'focus') and body->>'on' >= ?2))`,
    [workspaceId, since],
  );
  return rows.map(toChanged).flatMap((row) => (row.body ? [{ ...row, body: row.body }] : []));
}

/** The rows of those kinds that changed after a revision, those that are gone among them. */
export async function rowsSince(
  database: Database,
  workspaceId: string,
  revision: number,
): Promise<ChangedRow[]> {
  const rows = await database.read(
    `select ${columns} from row where workspace_id = ?1 and revision > ?2
       and kind in (select value from json_each(?3))`,
    [workspaceId, revision, kinds],
  );
  return rows.map(toChanged);
}

/** Whether something that people are told of at once may have happened after a revision. */
export async function anythingHappened(database: Database, workspaceId: string, revision: number) {
  const rows = await database.read(
    `select 1 from row where workspace_id = ? and revision > ? and kind in ('nudge', 'anomaly', 'key-result') limit 1`,
    [workspaceId, revision],
  );
  return rows.length > 0;
}

function toChanged(row: Record<string, unknown>): ChangedRow {
  const facts = { kind: row.kind as Kind, id: String(row.id), revision: Number(row.revision) };
  if (row.deleted !== 0) return facts;
  const { id, revision } = facts;
  return { ...facts, body: Object.assign(JSON.parse(String(row.body)), { id, revision }) };
}
