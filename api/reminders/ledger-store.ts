import type { HeldBack } from "../../shared/reminders/ledger.ts";
import type { Database, Statement } from "../db/client.ts";

/** A line of the ledger as one device sees it. */
export interface Line {
  id: string;
  kind: string;
  occurrenceOn: string | null;
  plannedFor: string;
  state: string;
  reason: string | null;
  expiresAt: string;
  shownAt: string | null;
  openedAt: string | null;
  snoozedUntil: string | null;
  onlineAt: string | null;
  /** "email" for what went out by e-mail alone. */
  channel: string | null;
}

/**
 * The last lines that concern a person's device, newest first: what was sent to it, what went out by e-mail instead, and
 * what was not sent to these members at all, with the reason. Of somebody else's device there are none of the first kind.
 */
export async function linesOf(
  database: Database,
  { personId, deviceId, memberIds, limit }: Owner & { deviceId: string; limit: number },
): Promise<Line[]> {
  const rows = await database.read(
    `select d.id, d.kind, r.occurrence_on, d.planned_for, d.state, d.reason, d.expires_at, d.shown_at, d.opened_at,
       d.snoozed_until, d.online_at, null as channel, d.due_at as moment
     from delivery d left join reminder r on r.id = d.reminder_id where d.device_id = ?1 and d.person_id = ?4
     union all
     select r.id, r.kind, r.occurrence_on, r.planned_for, r.state, r.reason, r.until_at, null, null, null, null,
       r.channel, r.decided_at
     from reminder r where r.member_id in (select value from json_each(?2))
       and (r.state = 'skipped' or (r.state = 'sent' and r.channel = 'email'))
       and not exists (select 1 from delivery d where d.reminder_id = r.id and d.device_id = ?1)
     order by 4 desc, moment desc limit ?3`,
    [deviceId, JSON.stringify(memberIds), limit, personId],
  );
  return rows.map((row) => ({
    id: String(row.id),
    kind: String(row.kind),
    occurrenceOn: text(row.occurrence_on),
    plannedFor: String(row.planned_for),
    state: String(row.state),
    reason: text(row.reason),
    expiresAt: String(row.expires_at),
    shownAt: text(row.shown_at),
    openedAt: text(row.opened_at),
    snoozedUntil: text(row.snoozed_until),
    onlineAt: text(row.online_at),
    channel: text(row.channel),
  }));
}

/** Whose lines are asked for: a person, as the members they are. */
export interface Owner {
  personId: string;
  memberIds: readonly string[];
}

/** The reminders of these members that are looked at next, soonest first. */
export async function nextPlanned(database: Database, memberIds: readonly string[], limit: number) {
  const rows = await database.read(
    `select id, kind, due_at, subject_id from reminder where member_id in (select value from json_each(?))
       and state in ('planned', 'claimed') order by due_at, kind, id limit ?`,
    [JSON.stringify(memberIds), limit],
  );
  return rows.map((row) => ({
    ...{ id: String(row.id), kind: String(row.kind) },
    ...{ dueAt: String(row.due_at), subjectId: String(row.subject_id) },
  }));
}

/** What was not said to these members since a moment because enough had been said, newest first. */
export async function heldBackSince(
  database: Database,
  memberIds: readonly string[],
  since: string,
  limit: number,
): Promise<HeldBack[]> {
  const rows = await database.read(
    `select id, kind, subject_id, occurrence_on, decided_at from reminder
     where member_id in (select value from json_each(?)) and state = 'skipped' and reason = 'budget'
       and decided_at >= ? order by decided_at desc, id limit ?`,
    [JSON.stringify(memberIds), since, limit],
  );
  return rows.map((row) => ({
    id: String(row.id),
    kind: String(row.kind),
    subjectId: String(row.subject_id),
    occurrenceOn: String(row.occurrence_on),
    at: String(row.decided_at),
  }));
}

/** A device is online: messages to it that were taken, still live and have not been shown could have been. */
export function noteOnline(deviceId: string, at: string): Statement {
  return {
    sql: `update delivery set online_at = ?1 where device_id = ?2 and state = 'accepted' and online_at is null
            and shown_at is null and accepted_at < ?1 and expires_at >= ?1`,
    args: [at, deviceId],
  };
}

export interface Reported {
  id: string;
  personId: string;
  reminderId: string | null;
  round: number;
  untilAt: string | null;
  snoozedUntil: string | null;
}

/** The delivery a report is about. */
export async function findDelivery(database: Database, id: string): Promise<Reported | undefined> {
  const [row] = await database.read(
    `select d.id, d.person_id, d.reminder_id, d.round, d.snoozed_until, r.until_at
     from delivery d left join reminder r on r.id = d.reminder_id where d.id = ?`,
    [id],
  );
  if (row === undefined) return undefined;
  return {
    id: String(row.id),
    personId: String(row.person_id),
    reminderId: text(row.reminder_id),
    round: Number(row.round),
    untilAt: text(row.until_at),
    snoozedUntil: text(row.snoozed_until),
  };
}

/** The first report counts; who opened it has seen it. */
export async function noteSeen(database: Database, id: string, opened: boolean, at: string): Promise<void> {
  const also = opened ? ", opened_at = coalesce(opened_at, ?1)" : "";
  await database.write([
    { sql: `update delivery set shown_at = coalesce(shown_at, ?1)${also} where id = ?2`, args: [at, id] },
  ]);
}

/** Sets a reminder up for another round, unless another device has done so already. */
export async function snooze(database: Database, one: Reported, until: string): Promise<void> {
  await database.write([
    { sql: "update delivery set snoozed_until = ? where id = ?", args: [until, one.id] },
    {
      sql: `update reminder set state = 'planned', round = round + 1, due_at = ?, reason = 'snoozed'
            where id = ? and state = 'sent' and round = ?`,
      args: [until, one.reminderId ?? "", one.round],
    },
  ]);
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
