import { metricCheckOn, occurrencesBetween } from "../check-ins/occurrence.ts";
import type { Rhythm } from "../people/workspace.ts";
import { addDays, localDate, nextWorkday, weekdayOf } from "../time/local-date.ts";
import { instantAt, startOfDay } from "../time/wall-clock.ts";
import type { Topic } from "./webhook.ts";

/** Something a squad is to be told at a moment, by the workspace's clock. */
export interface SquadTime {
  says: Exclude<Topic, "anomalies" | "report">;
  /** The day of a focus; of misses and digest the day the check-ins were due. */
  occurrenceOn: string;
  /** ISO instants: when it is to be said, and when it says nothing new any more. */
  plannedFor: string;
  expiresAt: string;
}

const dayLong = 86_400_000;

/**
 * What is to be said in [from, to) (ISO instants), oldest first: the focus at the focus time of each working day until
 * that day is over, the misses with the metric check, two working days after check-ins were due, and the digest the
 * working day after that, both at the due time and for a day.
 */
export function squadTimes(
  { zone, rhythm }: { zone: string; rhythm: Rhythm },
  from: string,
  to: string,
): SquadTime[] {
  const [first, last] = [addDays(localDate(from, zone), -1), addDays(localDate(to, zone), 1)];
  const found: SquadTime[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (!rhythm.workdays.includes(weekdayOf(on))) continue;
    const plannedFor = instantAt(on, rhythm.focusTime, zone);
    const expiresAt = startOfDay(addDays(on, 1), zone);
    if (plannedFor < expiresAt) found.push({ says: "focus", occurrenceOn: on, plannedFor, expiresAt });
  }
  for (const { dueOn } of occurrencesBetween(rhythm, addDays(first, -21), last)) {
    const checkOn = metricCheckOn(dueOn, rhythm);
    const digestOn = nextWorkday(checkOn, rhythm.workdays);
    for (const [says, on] of [
      ["misses", checkOn],
      ["digest", digestOn],
    ] as const) {
      const plannedFor = instantAt(on, rhythm.dueTime, zone);
      const expiresAt = new Date(Date.parse(plannedFor) + dayLong).toISOString();
      found.push({ says, occurrenceOn: dueOn, plannedFor, expiresAt });
    }
  }
  return found
    .filter((one) => one.plannedFor >= from && one.plannedFor < to)
    .sort((a, b) => (a.plannedFor === b.plannedFor ? 0 : a.plannedFor < b.plannedFor ? -1 : 1));
}
