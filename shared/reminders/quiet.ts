import type { Preferences } from "../people/preferences.ts";
import type { Rhythm } from "../people/workspace.ts";
import { addDays, weekdayOf } from "../time/local-date.ts";
import { instantAt, type WallClock, wallClock } from "../time/wall-clock.ts";

/** When somebody may be reached. Days and times are those of `zone`. */
export interface Reach {
  zone: string;
  /** From `from` up to but not at `to`, over midnight when `to` is the earlier; equal: no quiet hours. */
  quiet: { from: string; to: string };
  workdays: readonly number[];
  daysOff: readonly string[];
}

/** A member's own working days stand before the workspace's. */
export function reachOf(member: { zone: string; preferences: Preferences }, rhythm: Rhythm): Reach {
  const { quiet, workdays, daysOff } = member.preferences;
  return { zone: member.zone, quiet, workdays: workdays ?? rhythm.workdays, daysOff };
}

/**
 * The first minute from `at` on that is neither in quiet hours, on a day off, nor on a day that is not worked (an
 * instant, ISO); undefined when there is none before `until`.
 */
export function nextAllowed(at: string, until: string, reach: Reach): string | undefined {
  let candidate = at;
  while (Date.parse(candidate) < Date.parse(until)) {
    const later = laterThan(wallClock(candidate, reach.zone), reach);
    if (later === undefined) return candidate;
    const next = instantAt(later.on, later.time, reach.zone);
    // Where clocks went back, the wall clock time asked for may already be over.
    candidate = Date.parse(next) > Date.parse(candidate) ? next : minuteAfter(candidate);
  }
  return undefined;
}

/** The next wall clock time worth trying, or undefined when this one is allowed. */
function laterThan({ on, time }: WallClock, { quiet, workdays, daysOff }: Reach): WallClock | undefined {
  if (daysOff.includes(on) || !workdays.includes(weekdayOf(on))) return { on: addDays(on, 1), time: "00:00" };
  if (quiet.from <= quiet.to)
    return time >= quiet.from && time < quiet.to ? { on, time: quiet.to } : undefined;
  if (time < quiet.to) return { on, time: quiet.to };
  return time >= quiet.from ? { on: addDays(on, 1), time: quiet.to } : undefined;
}

function minuteAfter(at: string): string {
  return new Date(Date.parse(at) + 60_000).toISOString();
}
