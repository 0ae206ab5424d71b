import type { Due } from "../../shared/reminders/decide.ts";
import { type ReminderKind, reminderKinds } from "../../shared/reminders/kinds.ts";
import type { Database, Statement } from "../db/client.ts";

/** A reminder that somebody decides on right now. */
export interface Reminder extends Due {
  id: string;
  workspaceId: string;
  /** Whose it is; a member who is nobody's account stands for themselves. */
  personId: string;
  plannedFor: string;
  round: number;
}

const columns =
  "r.id, r.workspace_id, r.kind, r.subject_id, r.member_id, r.occurrence_on, r.planned_for, r.until_at, r.round" as const;
const person = "coalesce(m.person_id, r.member_id)";
const withPerson = `reminder r left join membership m on m.workspace_id = r.workspace_id and m.member_id = r.member_id`;

/** One of a kind that only a newer server knows is left to it. */
const known = `r.kind in (${reminderKinds.map((one) => `'${one}'`).join()})`;
const isDue = `((r.state = 'planned' and r.due_at <= ?1) or (r.state = 'claimed' and r.lease_until <= ?1)) and ${known}`;

/** Whether there is anything to claim: a look that costs no write. */
export async function anyDue(database: Database, now: string): Promise<boolean> {
  return (await database.read(`select 1 from reminder r where ${isDue} limit 1`, [now])).length > 0;
}

/**
 * Takes all that is due of the people who have waited longest, for as long as the lease lasts, and nothing of somebody
 * of whom another server holds anything: what one person is told is decided in one place at a time.
 */
export async function claimReminders(
  database: Database,
  { now, lease, leaseUntil, limit }: { now: string; lease: string; leaseUntil: string; limit: number },
): Promise<Reminder[]> {
  const [, claimed] = await database.write([
    {
      sql: `with busy as (select ${person} as person from ${withPerson}
                where r.state = 'claimed' and r.lease_until > ?1),
              longest as (
                select * from (select ${person} as person from ${withPerson} where r.state = 'planned'
                  and r.due_at <= ?1 and ${known} and ${person} not in (select person from busy)
                  order by r.due_at limit ?4)
                union
                select * from (select ${person} from ${withPerson} where r.state = 'claimed'
                  and r.lease_until <= ?1 and ${known} and ${person} not in (select person from busy) limit ?4)),
              theirs as (select m.member_id from membership m where m.person_id in (select person from longest)
                union select person from longest)
            update reminder set state = 'claimed', lease = ?2, lease_until = ?3
            where id in (select r.id from theirs cross join reminder r indexed by reminder_open
              where r.member_id = theirs.member_id and r.state in ('planned', 'claimed') and ${isDue})`,
      args: [now, lease, leaseUntil, limit],
    },
    {
      // By its state there is an index; the whole ledger has none by lease.
      sql: `select ${columns}, ${person} as person_id from ${withPerson} where r.state = 'claimed' and r.lease = ?`,
      args: [lease],
    },
  ]);
  return (claimed?.rows ?? []).map(toReminder);
}

/** Reminders by id, as they stand. */
export async function readReminders(database: Database, ids: readonly string[]): Promise<Reminder[]> {
  const rows = await database.read(
    `select ${columns}, ${person} as person_id from ${withPerson}
     where r.id in (select value from json_each(?)) and ${known}`,
    [JSON.stringify(ids)],
  );
  return rows.map(toReminder);
}

function toReminder(row: Record<string, unknown>): Reminder {
  return {
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    personId: String(row.person_id),
    kind: row.kind as ReminderKind,
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
  /** For `sent`: by which way. */
  channel: "push" | "email" | "both" | null;
}

/** Holds only while the lease does; belongs into one batch with the messages it leads to. */
export function settleReminders(decided: readonly Decided[], lease: string, at: string): Statement {
  return {
    sql: `update reminder set state = d.state, reason = d.reason, due_at = coalesce(d.due_at, reminder.due_at),
            channel = d.channel, decided_at = ?1, lease = null, lease_until = null,
            said_at = case when d.state = 'sent' then coalesce(said_at, ?1) else said_at end
          from (select v->>'id' as id, v->>'state' as state, v->>'reason' as reason, v->>'dueAt' as due_at,
                  v->>'channel' as channel from (select value as v from json_each(?2))) d
          where reminder.id = d.id and reminder.lease = ?3`,
    args: [at, JSON.stringify(decided), lease],
  };
}
