import type { Planned } from "../../shared/reminders/intent.ts";
import type { ReminderKind } from "../../shared/reminders/kinds.ts";
import { iso } from "../../shared/time/instant.ts";
import type { Database, Statement } from "../db/client.ts";

/** A reminder as it stands in the ledger. */
export interface Standing extends Planned {
  id: string;
  /** Nobody has looked at it yet: it may still be moved or taken back. */
  isOpen: boolean;
  /** It was given up by a clock that was ahead of this one. */
  isGivenUpAhead: boolean;
}

/** What to change so that the ledger holds a plan. */
export interface PlanChanges {
  added: readonly (Planned & { id: string })[];
  moved: readonly Standing[];
  dropped: readonly string[];
}

const page = 2000;
const afterEveryId = "~";
/** Clocks of several servers differ by less. */
const skew = 60_000;

/**
 * Every reminder of a workspace that still makes sense at a moment, whatever became of it, or those of some kinds;
 * `breathe` between pages.
 */
export async function standingReminders(
  database: Database,
  workspaceId: string,
  now: string,
  breathe: () => Promise<unknown>,
  kinds?: ReadonlySet<ReminderKind>,
): Promise<Standing[]> {
  const found: Standing[] = [];
  const ahead = iso(Date.parse(now) + skew);
  const only = kinds === undefined ? "" : `and kind in (${[...kinds].map((one) => `'${one}'`).join()})`;
  for (let after = { untilAt: now, id: afterEveryId }; ; ) {
    const rows = await database.read(
      `select id, kind, subject_id, member_id, occurrence_on, planned_for, until_at, state, round, decided_at
       from reminder where workspace_id = ? and (until_at, id) > (?, ?) ${only} order by until_at, id limit ?`,
      [workspaceId, after.untilAt, after.id, page],
    );
    found.push(...rows.map((row) => toStanding(row, ahead)));
    if (rows.length < page) return found;
    after = found.at(-1)!;
    await breathe();
  }
}

function toStanding(row: Record<string, unknown>, ahead: string): Standing {
  return {
    id: String(row.id),
    kind: row.kind as Planned["kind"],
    subjectId: String(row.subject_id),
    memberId: String(row.member_id),
    occurrenceOn: String(row.occurrence_on),
    plannedFor: String(row.planned_for),
    untilAt: String(row.until_at),
    isOpen: row.state === "planned" && row.round === 0,
    isGivenUpAhead: row.state === "skipped" && row.decided_at !== null && String(row.decided_at) > ahead,
  };
}

/** When the data was last restored from a backup; what happened before may have been said by the server that is gone. */
export async function restoredAt(database: Database, workspaceId: string): Promise<string> {
  const [row] = await database.read("select restored_at from workspace where id = ?", [workspaceId]);
  return row?.restored_at ? String(row.restored_at) : "";
}

/** Some milliseconds of writing. */
const most = 500;

/**
 * Writes the changes down, `breathe` between pages; whoever has taken a reminder up meanwhile keeps it as it is, and none
 * is there twice.
 */
export async function storeChanges(
  database: Database,
  workspaceId: string,
  { added, moved, dropped }: PlanChanges,
  breathe: () => Promise<unknown>,
): Promise<void> {
  const pages = [
    ...inPages(dropped, drop),
    ...inPages(moved, move),
    ...inPages(added, (part) => add(workspaceId, part)),
  ];
  for (const one of pages) {
    await database.write([one()]);
    await breathe();
  }
}

function inPages<T>(all: readonly T[], statement: (part: readonly T[]) => Statement): (() => Statement)[] {
  const count = Math.ceil(all.length / most);
  return Array.from(
    { length: count },
    (_, index) => () => statement(all.slice(index * most, (index + 1) * most)),
  );
}

function drop(ids: readonly string[]): Statement {
  return {
    // By id, not through everything that is planned.
    sql: `delete from reminder where +state = 'planned' and round = 0 and id in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  };
}

function move(moved: readonly Standing[]): Statement {
  return {
    sql: `update reminder set planned_for = p.planned_for, due_at = p.planned_for, until_at = p.until_at,
            state = 'planned', reason = null, decided_at = null
          from (select value->>'id' as id, value->>'plannedFor' as planned_for, value->>'untilAt' as until_at,
                  value->>'isGivenUpAhead' as given_up from json_each(?)) p
          where reminder.id = p.id and reminder.round = 0
            and reminder.state = case when p.given_up then 'skipped' else 'planned' end`,
    args: [JSON.stringify(moved)],
  };
}

function add(workspaceId: string, added: PlanChanges["added"]): Statement {
  return {
    sql: `insert or ignore into reminder
            (id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, due_at, until_at)
          select value->>'id', ?, value->>'kind', value->>'subjectId', value->>'memberId', value->>'occurrenceOn',
            value->>'plannedFor', value->>'plannedFor', value->>'untilAt' from json_each(?)`,
    args: [workspaceId, JSON.stringify(added)],
  };
}
