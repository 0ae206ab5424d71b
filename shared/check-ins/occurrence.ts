import type { Rhythm } from "../people/workspace.ts";
import { addDays, daysBetween, nextWorkday, weekdayOf } from "../time/local-date.ts";

/** One week's check-in, named by the day it is due. All days are local to the key result's owner. */
export interface Occurrence {
  dueOn: string;
  opensOn: string;
  /** The last day that counts as on time: the end of the next working day after the due day. */
  onTimeUntil: string;
  /** From this day on a missing check-in is missed. */
  nextOpensOn: string;
}

/** The occurrence whose [opens, next opens) holds the day. */
export function occurrenceAt(rhythm: Rhythm, on: string): Occurrence {
  const opensWeekday = ((rhythm.dueDay + 6 - rhythm.openDaysBefore) % 7) + 1;
  const opensOn = addDays(on, -((weekdayOf(on) - opensWeekday + 7) % 7));
  return occurrenceOpening(rhythm, opensOn);
}

/** The last occurrence that is due by a day. */
export function occurrenceDueBy(rhythm: Rhythm, on: string): Occurrence {
  const present = occurrenceAt(rhythm, on);
  return present.dueOn <= on ? present : occurrenceOpening(rhythm, addDays(present.opensOn, -7));
}

/** Occurrences due within [from, to], oldest first. */
export function occurrencesBetween(rhythm: Rhythm, from: string, to: string): Occurrence[] {
  const found: Occurrence[] = [];
  let next = occurrenceAt(rhythm, from);
  while (next.dueOn <= to) {
    if (next.dueOn >= from) found.push(next);
    next = occurrenceOpening(rhythm, next.nextOpensOn);
  }
  return found;
}

/** Whether a check-in stored for one due day answers the occurrence of another, also after the due day was moved. */
export function answers(occurrenceOn: string, dueOn: string): boolean {
  return daysBetween(occurrenceOn, dueOn) < 7;
}

/** Whether it answers this occurrence and not a later one: a week that is over stays missed, whatever was said since. */
export function answersIn(occurrenceOn: string, { dueOn, nextOpensOn }: Occurrence): boolean {
  return answers(occurrenceOn, dueOn) && occurrenceOn < nextOpensOn;
}

/** The day a squad's metrics are checked: the second working day after check-ins were due. */
export function metricCheckOn(dueOn: string, { workdays }: Pick<Rhythm, "workdays">): string {
  return nextWorkday(nextWorkday(dueOn, workdays), workdays);
}

export type Lateness = "on-time" | "late";

/** Whether a check-in made on a local day is in time for its occurrence. */
export function latenessOf(occurrence: Occurrence, on: string): Lateness {
  return on <= occurrence.onTimeUntil ? "on-time" : "late";
}

/** Where an occurrence without a check-in stands on a day. */
export function debtOf(occurrence: Occurrence, on: string): "open" | "due" | "late" | "missed" {
  if (on >= occurrence.nextOpensOn) return "missed";
  if (on > occurrence.onTimeUntil) return "late";
  return on >= occurrence.dueOn ? "due" : "open";
}

function occurrenceOpening(rhythm: Rhythm, opensOn: string): Occurrence {
  const dueOn = addDays(opensOn, rhythm.openDaysBefore);
  return {
    dueOn,
    opensOn,
    onTimeUntil: nextWorkday(dueOn, rhythm.workdays),
    nextOpensOn: addDays(opensOn, 7),
  };
}
