import type { Kind } from "../../shared/sync/catalog.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";
import type { Database, Statement } from "../db/client.ts";

/** What is to be said once: the key is (kind, subject, member, occurrence). */
export interface Plan {
  id: string;
  kind: string;
  subjectId: string;
  memberId: string;
  occurrenceOn: string;
  plannedFor: string;
  untilAt: string;
}

/** A reminder that somebody decides on right now. */
export interface Reminder extends Plan {
  workspaceId: string;
  round: number;
}

const columns =
  "id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, until_at, round" as const;

/** Workspaces with their revisions: planning and deciding look again only where something has changed. */
export async function workspaceRevisions(database: Database): Promise<Map<string, number>> {
  const rows = await database.read("select id, revision from workspace");
  return new Map(rows.map((row) => [String(row.id), Number(row.revision)]));
}

/**
 * What reminders are decided by, in one snapshot: people and settings, and of the running cycles everything but the
 * check-ins for occurrences before `since`.
 */
export async function loadRows(database: Database, workspaceId: string, since: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `with running as (select id from row where workspace_id = ?1 and kind = 'cycle' and deleted = 0
                        and body->>'state' = 'running')
     select kind, id, revision, body from row where workspace_id = ?1 and deleted = 0 and (
       kind in ('workspace', 'member', 'squad')
       or (kind = 'cycle' and id in (select id from running))
       or (kind in ('objective', 'key-result') and cycle_id in (select id from running))
       or (kind = 'check-in' and cycle_id in (select id from running) and body->>'occurrenceOn' >= ?2))`,
    [workspaceId, since],
  );
  return rows.map((row) => ({
    kind: row.kind as Kind,
    id: String(row.id),
    revision: Number(row.revision),
    body: JSON.parse(String(row.body)),
  }));
}

/**
 * Stores what a workspace intends: new reminders that are still to come, and new times for those nobody has looked at
 * yet. What was intended before `horizon` and no longer is, goes.
 */
export async function storePlans(
  database: Database,
  { workspaceId, kind, plans, now, horizon }: PlanBatch,
): Promise<void> {
  const wanted = JSON.stringify(plans);
  const from = "from (select value as v from json_each(?))";
  await database.write([
    {
      sql: `delete from reminder where workspace_id = ? and kind = ? and state = 'planned' and round = 0
              and due_at > ? and planned_for < ?
              and (subject_id, member_id, occurrence_on) not in
                (select v->>'subjectId', v->>'memberId', v->>'occurrenceOn' ${from})`,
      args: [workspaceId, kind, now, horizon, wanted],
    },
    {
      sql: `update reminder set planned_for = p.planned_for, due_at = p.planned_for, until_at = p.until_at
            from (select v->>'subjectId' as subject_id, v->>'memberId' as member_id, v->>'untilAt' as until_at,
                    v->>'occurrenceOn' as occurrence_on, v->>'plannedFor' as planned_for ${from}) p
            where reminder.kind = ? and reminder.subject_id = p.subject_id and reminder.member_id = p.member_id
              and reminder.occurrence_on = p.occurrence_on and state = 'planned' and round = 0
              and (reminder.planned_for <> p.planned_for or reminder.until_at <> p.until_at)`,
      args: [wanted, kind],
    },
    {
      sql: `insert or ignore into reminder
              (id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, due_at, until_at)
            select v->>'id', ?, v->>'kind', v->>'subjectId', v->>'memberId', v->>'occurrenceOn', v->>'plannedFor',
              v->>'plannedFor', v->>'untilAt' ${from} where v->>'plannedFor' > ?`,
      args: [workspaceId, wanted, now],
    },
  ]);
}

export interface PlanBatch {
  workspaceId: string;
  kind: string;
  plans: readonly Plan[];
  now: string;
  horizon: string;
}

const isDue = "((state = 'planned' and due_at <= ?) or (state = 'claimed' and lease_until <= ?))";

/** Whether there is anything to claim: a look that costs no write. */
export async function anyDue(database: Database, now: string): Promise<boolean> {
  return (await database.read(`select 1 from reminder where ${isDue} limit 1`, [now, now])).length > 0;
}

/** Takes the oldest due reminders, or those whose lease has run out, for as long as the lease lasts. */
export async function claimReminders(
  database: Database,
  { now, lease, leaseUntil, limit }: { now: string; lease: string; leaseUntil: string; limit: number },
): Promise<Reminder[]> {
  const [claimed] = await database.write([
    {
      sql: `update reminder set state = 'claimed', lease = ?, lease_until = ?
            where id in (select id from reminder where ${isDue} order by due_at limit ?) returning ${columns}`,
      args: [lease, leaseUntil, now, now, limit],
    },
  ]);
  return (claimed?.rows ?? []).map(toReminder);
}

/** Reminders by id, as they stand. */
export async function readReminders(database: Database, ids: readonly string[]): Promise<Reminder[]> {
  const rows = await database.read(
    `select ${columns} from reminder where id in (select value from json_each(?))`,
    [JSON.stringify(ids)],
  );
  return rows.map(toReminder);
}

function toReminder(row: Record<string, unknown>): Reminder {
  return {
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    kind: String(row.kind),
    subjectId: String(row.subject_id),
    memberId: String(row.member_id),
    occurrenceOn: String(row.occurrence_on),
    plannedFor: String(row.planned_for),
    untilAt: String(row.until_at),
    round: Number(row.round),
  };
}

/** How a reminder was decided: said, not said and why, or to be decided later. */
export interface Decided {
  id: string;
  state: "sent" | "skipped" | "planned";
  reason: string | null;
  /** For `planned`. */
  dueAt: string | null;
}

/** Holds only while the lease does; belongs into one batch with the deliveries it leads to. */
export function settleReminders(decided: readonly Decided[], lease: string, at: string): Statement {
  return {
    sql: `update reminder set state = d.state, reason = d.reason, due_at = coalesce(d.due_at, reminder.due_at),
            decided_at = ?, lease = null, lease_until = null
          from (select v->>'id' as id, v->>'state' as state, v->>'reason' as reason, v->>'dueAt' as due_at
                from (select value as v from json_each(?))) d
          where reminder.id = d.id and reminder.lease = ?`,
    args: [at, JSON.stringify(decided), lease],
  };
}
