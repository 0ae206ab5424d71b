import type { LoadedRow } from "../../shared/sync/rows.ts";
import type { Database } from "../db/client.ts";
import { toLoaded } from "../sync/row-store.ts";

/** Who is in a workspace and in which squads. */
export async function peopleRows(database: Database, workspaceId: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select kind, id, revision, body from row where workspace_id = ? and deleted = 0 and kind in ('member', 'squad')`,
    [workspaceId],
  );
  return rows.map(toLoaded);
}

/**
 * Everything squads are told is worked out from, in one snapshot: of running cycles all, of metrics the readings since
 * a day, of anomalies those since it too.
 */
export async function squadRows(
  database: Database,
  workspaceId: string,
  since: string,
): Promise<LoadedRow[]> {
  const rows = await database.read(
    `with running as (select id from row where workspace_id = ?1 and kind = 'cycle' and deleted = 0
                        and body->>'state' in ('running', 'grading'))
     select kind, id, revision, body from row where workspace_id = ?1 and deleted = 0 and (
       kind in ('workspace', 'member', 'squad', 'metric', 'north-star', 'bet')
       or (kind = 'cycle' and id in (select id from running))
       or (kind in ('objective', 'key-result', 'check-in', 'review') and cycle_id in (select id from running))
       or (kind = 'blocker' and body->>'resolvedAt' is null)
       or (kind in ('reading', 'focus') and body->>'on' >= ?2)
       or (kind = 'anomaly' and body->>'raisedAt' >= ?2))`,
    [workspaceId, since],
  );
  return rows.map(toLoaded);
}

/** What messages are planned by: the workspace, its squads, and what was found unusual or reviewed since a moment. */
export async function planRows(database: Database, workspaceId: string, since: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select kind, id, revision, body from row where workspace_id = ?1 and deleted = 0 and (
       kind in ('workspace', 'squad') or (kind = 'anomaly' and body->>'raisedAt' >= ?2)
       or (kind = 'review' and body->>'doneAt' >= ?2)
       or (kind in ('metric', 'key-result', 'objective')
         and exists (select 1 from row a where a.workspace_id = ?1 and a.kind = 'anomaly' and a.deleted = 0
                       and a.body->>'raisedAt' >= ?2)))`,
    [workspaceId, since],
  );
  return rows.map(toLoaded);
}

/** How often each workspace's rows have changed. */
export async function revisionsOf(
  database: Database,
  workspaceIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.read(
    "select id, revision from workspace where id in (select value from json_each(?))",
    [JSON.stringify(workspaceIds)],
  );
  return new Map(rows.map((row) => [String(row.id), Number(row.revision)]));
}
