import type { LoadedRow } from "../../shared/sync/rows.ts";
import type { Database } from "../db/client.ts";
import { toLoaded } from "../sync/row-store.ts";

/** A report somebody is to get once: the key is (member, occurrence). Times are ISO instants. */
export interface ReportMail {
  id: string;
  memberId: string;
  /** The due day of a week, or a month. */
  occurrenceOn: string;
  plannedFor: string;
  expiresAt: string;
}

/** The workspace and those of its members who have chosen the report. */
export async function subscriberRows(database: Database, workspaceId: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select kind, id, revision, body from row where workspace_id = ? and deleted = 0 and (kind = 'workspace'
       or (kind = 'member' and body->'preferences'->>'report' is not null))`,
    [workspaceId],
  );
  return rows.map(toLoaded);
}

/** The workspace and its cycles. */
export async function cycleRows(database: Database, workspaceId: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select kind, id, revision, body from row where workspace_id = ? and deleted = 0
       and kind in ('workspace', 'cycle')`,
    [workspaceId],
  );
  return rows.map(toLoaded);
}

/**
 * Stores what is intended in a workspace: new e-mails, and new times for those nobody has looked at yet. What was
 * intended for after `now` and no longer is, goes.
 */
export async function storeReportMails(
  database: Database,
  { workspaceId, mails, now }: { workspaceId: string; mails: readonly ReportMail[]; now: string },
): Promise<void> {
  const wanted = JSON.stringify(mails);
  const from = "from (select value as v from json_each(?))";
  await database.write([
    {
      sql: `delete from mail where workspace_id = ? and kind = 'report' and state = 'planned' and due_at > ?
              and (member_id, occurrence_on) not in (select v->>'memberId', v->>'occurrenceOn' ${from})`,
      args: [workspaceId, now, wanted],
    },
    {
      sql: `insert into mail (id, workspace_id, member_id, kind, reminder_group, occurrence_on, planned_for, due_at,
              expires_at)
            select v->>'id', ?, v->>'memberId', 'report', 'report', v->>'occurrenceOn', v->>'plannedFor',
              v->>'plannedFor', v->>'expiresAt' ${from} where true
            on conflict (member_id, occurrence_on) where kind = 'report' do update
              set planned_for = excluded.planned_for, due_at = excluded.due_at, expires_at = excluded.expires_at
              where state = 'planned' and planned_for <> excluded.planned_for`,
      args: [workspaceId, wanted],
    },
  ]);
}
