import type { LoadedRow } from "../../shared/sync/rows.ts";
import { addDays } from "../../shared/time/local-date.ts";
import type { Database } from "../db/client.ts";
import { stoodRows } from "../sync/history-store.ts";
import { toLoaded } from "../sync/row-store.ts";

/** Days of readings before a cycle that a usual path is known from, and after it that a retro still looks at. */
const daysBefore = 400;
const daysAfter = 28;

/**
 * Everything the report of one cycle is worked out from, in one snapshot, as it stands or as it stood at a revision;
 * nothing of other cycles but their names.
 */
export async function reportRows(
  database: Database,
  workspaceId: string,
  { id, startsOn, endsOn }: { id: string; startsOn: string; endsOn: string },
  revision = Number.MAX_SAFE_INTEGER,
): Promise<LoadedRow[]> {
  const rows = await database.read(
    `with stood as materialized (${stoodRows("(row.cycle_id is null or row.cycle_id = ?3 or row.kind = 'review')")}),
          bound as (select id from stood where kind = 'key-result' and deleted = 0 and cycle_id = ?3),
          told as (select id from stood where kind = 'metric' and deleted = 0
                     and body->>'kind' in ('north-star', 'input', 'guardrail'))
     select kind, id, revision, body from stood where deleted = 0 and (
       kind in ('workspace', 'member', 'squad', 'metric', 'north-star', 'cycle', 'event', 'anomaly')
       or (kind in ('objective', 'key-result', 'check-in') and cycle_id = ?3)
       or (kind = 'review' and (cycle_id = ?3 or body->>'beat' <> 'weekly'))
       or (kind in ('blocker', 'bet') and body->>'keyResultId' in (select id from bound))
       or (kind = 'reading' and body->>'metricId' in (select id from told) and body->>'segment' is null
         and body->>'on' between ?4 and ?5))`,
    [workspaceId, revision, id, addDays(startsOn, -daysBefore), addDays(endsOn, daysAfter)],
  );
  return rows.map(toLoaded);
}

/** A cycle of the workspace that something was promised in. */
export async function findCycle(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<{ id: string; startsOn: string; endsOn: string } | undefined> {
  const [row] = await database.read(
    `select body->>'startsOn' as startsOn, body->>'endsOn' as endsOn from row
      where workspace_id = ? and kind = 'cycle' and id = ? and deleted = 0 and body->>'state' <> 'planning'`,
    [workspaceId, id],
  );
  if (row === undefined) return undefined;
  return { id, startsOn: String(row.startsOn), endsOn: String(row.endsOn) };
}
