import { metricCheckOn, occurrencesBetween } from "../check-ins/occurrence.ts";
import type { ReportRhythm } from "../people/preferences.ts";
import type { Rhythm } from "../people/workspace.ts";
import { addDays, addMonths, nextWorkday } from "../time/local-date.ts";

/** A report that goes out by itself. Days are local dates. */
export interface ReportDue {
  /** The same for the same report, whatever days are worked: the week's due day, or the month. */
  occurrenceOn: string;
  on: string;
  /** The day from which it is of no use. */
  untilOn: string;
}

/** By then the month's review was asked for twice, and what it decided can be told. */
const workdayOfMonth = 5;
const useful = { weekly: 5, monthly: 14 };

/**
 * Reports that go out on a day in [from, to], oldest first: each week the working day after the metric check, as the
 * digest, or each month on its fifth working day.
 */
export function reportsDue(every: ReportRhythm, rhythm: Rhythm, from: string, to: string): ReportDue[] {
  const days = every === "weekly" ? weeks(rhythm, from, to) : months(rhythm, from, to);
  return days
    .filter(({ on }) => on >= from && on <= to)
    .map((one) => ({ ...one, untilOn: addDays(one.on, useful[every]) }));
}

type Day = Omit<ReportDue, "untilOn">;

function weeks(rhythm: Rhythm, from: string, to: string): Day[] {
  return occurrencesBetween(rhythm, addDays(from, -21), to).map(({ dueOn }) => ({
    occurrenceOn: dueOn,
    on: nextWorkday(metricCheckOn(dueOn, rhythm), rhythm.workdays),
  }));
}

function months({ workdays }: Rhythm, from: string, to: string): Day[] {
  const found: Day[] = [];
  // With one working day a week the fifth lies in the month after.
  for (let first = addMonths(`${from.slice(0, 7)}-01`, -1); first <= to; first = addMonths(first, 1)) {
    let on = addDays(first, -1);
    for (let left = workdayOfMonth; left > 0; left -= 1) on = nextWorkday(on, workdays);
    found.push({ occurrenceOn: first.slice(0, 7), on });
  }
  return found;
}
