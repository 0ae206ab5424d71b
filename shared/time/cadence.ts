import { addDays, weekdayOf } from "./local-date.ts";
import { dayExists, instantAt, wallClock } from "./wall-clock.ts";

/** How often something comes round, in a wall clock's words. */
export interface Cadence {
  every: "day" | "week" | "month";
  /** ISO weekday of a weekly one, 1 is Monday (default 1). */
  weekday?: number;
  /** Day of a monthly one (default 1); the last day of a month that is too short for it. */
  day?: number;
  /** Local time, "09:00". */
  time: string;
  /** Narrows a daily one to these ISO weekdays. */
  workdays?: readonly number[];
}

/** One time it comes round: named by its local day, due at an instant (ISO, UTC). */
export interface Due {
  dueOn: string;
  dueAt: string;
}

/** The longest a search goes on without a hit: a daily cadence with a single working day takes a week. */
const longestStep = 40;

/**
 * The first occurrence due after an instant. Never the same instant twice: a local time in a gap is due at the shifted
 * instant, one in a fold at the first, and a day the zone jumped over has no daily occurrence.
 */
export function nextOccurrence(cadence: Cadence, zone: string, after: string): Due {
  // A day earlier, because a gap may shift yesterday's occurrence into today.
  let on = addDays(wallClock(after, zone).on, -1);
  for (;;) {
    const due = occurrenceFrom(cadence, zone, on);
    if (Date.parse(due.dueAt) > Date.parse(after)) return due;
    on = addDays(due.dueOn, 1);
  }
}

/** Every occurrence due in [from, to), oldest first. */
export function occurrences(cadence: Cadence, zone: string, from: string, to: string): Due[] {
  const justBefore = new Date(Date.parse(from) - 1).toISOString();
  const found: Due[] = [];
  for (let due = nextOccurrence(cadence, zone, justBefore); Date.parse(due.dueAt) < Date.parse(to); ) {
    found.push(due);
    due = occurrenceFrom(cadence, zone, addDays(due.dueOn, 1));
  }
  return found;
}

/** The first occurrence on or after a local day. */
function occurrenceFrom(cadence: Cadence, zone: string, from: string): Due {
  for (let ahead = 0; ahead <= longestStep; ahead += 1) {
    const dueOn = addDays(from, ahead);
    if (!isIntended(cadence, dueOn)) continue;
    if (cadence.every === "day" && !dayExists(dueOn, zone)) continue;
    return { dueOn, dueAt: instantAt(dueOn, cadence.time, zone) };
  }
  throw new RangeError("a cadence without a day");
}

function isIntended(cadence: Cadence, on: string): boolean {
  switch (cadence.every) {
    case "day":
      return cadence.workdays?.includes(weekdayOf(on)) ?? true;
    case "week":
      return weekdayOf(on) === (cadence.weekday ?? 1);
    case "month":
      return on.slice(8) === dayOfMonth(on, cadence.day ?? 1);
  }
}

function dayOfMonth(on: string, day: number): string {
  const nextMonth = addDays(`${on.slice(0, 7)}-28`, 4);
  const last = Number(addDays(`${nextMonth.slice(0, 7)}-01`, -1).slice(8));
  return String(Math.min(day, last)).padStart(2, "0");
}
