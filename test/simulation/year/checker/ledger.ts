import type { Database } from "../../../../api/db/client.ts";

/** A line of what was to be said. */
export interface Line {
  id: string;
  kind: string;
  subjectId: string;
  memberId: string;
  occurrenceOn: string;
  plannedFor: number;
  /** When it is decided next, later than planned where it waits for a free day. */
  dueAt: number;
  untilAt: number;
  state: string;
  reason: string | null;
  round: number;
  /** When it was last decided, and when it was first said. */
  decidedAt: number | undefined;
  saidAt: number | undefined;
}

/** A line of what went to a device. */
export interface Post {
  id: string;
  reminderId: string;
  round: number;
  memberId: string;
  deviceId: string;
  endpoint: string;
  state: string;
  reason: string | null;
  attempts: number;
  expiresAt: number;
  dueAt: number;
}

export async function linesIn(database: Database): Promise<Line[]> {
  const rows = await database.read("select * from reminder");
  return rows.map((row) => ({
    ...{ id: String(row.id), kind: String(row.kind), subjectId: String(row.subject_id) },
    ...{ memberId: String(row.member_id), occurrenceOn: String(row.occurrence_on), state: String(row.state) },
    dueAt: Date.parse(String(row.due_at)),
    ...{ plannedFor: Date.parse(String(row.planned_for)), untilAt: Date.parse(String(row.until_at)) },
    ...{ reason: row.reason === null ? null : String(row.reason), round: Number(row.round) },
    decidedAt: row.decided_at === null ? undefined : Date.parse(String(row.decided_at)),
    saidAt: row.said_at === null ? undefined : Date.parse(String(row.said_at)),
  }));
}

/** All that was to be said to a line's member about its subject, the line among it. */
export function sameAs(lines: readonly Line[]): (line: Line) => readonly Line[] {
  const groups = new Map<string, Line[]>();
  const keyOf = ({ subjectId, memberId }: Line) => `${subjectId} ${memberId}`;
  for (const one of lines) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return (line) => groups.get(keyOf(line)) ?? [];
}

export async function postsIn(database: Database): Promise<Post[]> {
  const rows = await database.read("select * from delivery where reminder_id is not null");
  return rows.map((row) => ({
    ...{ id: String(row.id), reminderId: String(row.reminder_id), round: Number(row.round) },
    ...{ memberId: String(row.member_id), deviceId: String(row.device_id), endpoint: String(row.endpoint) },
    ...{ state: String(row.state), attempts: Number(row.attempts) },
    reason: row.reason === null ? null : String(row.reason),
    expiresAt: Date.parse(String(row.expires_at)),
    dueAt: Date.parse(String(row.due_at)),
  }));
}
