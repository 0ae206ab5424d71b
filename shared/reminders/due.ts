import { occurrenceAt } from "../check-ins/occurrence.ts";
import type { Preferences } from "../people/preferences.ts";
import type { Rhythm } from "../people/workspace.ts";
import { occurrences } from "../time/cadence.ts";
import { startOfDay } from "../time/wall-clock.ts";
import { nextAllowed, reachOf } from "./quiet.ts";

/** When one member is to be nudged for one occurrence of the weekly check-in. */
export interface PlannedNudge {
  /** The occurrence's name: the day it is due. */
  occurrenceOn: string;
  /** The minute the member asked for. */
  intendedAt: string;
  /** That minute, moved out of quiet hours, days off and days not worked. */
  dueAt: string;
  /** From here on the occurrence is missed and a nudge would ask for the next one. */
  untilAt: string;
}

interface Nudged {
  zone: string;
  preferences: Preferences;
}

/**
 * The nudges intended in [from, to), oldest first: one an occurrence, in the member's zone, at their own time or the
 * workspace's. One that cannot be sent before its occurrence is missed is left out.
 */
export function nudgesBetween(rhythm: Rhythm, member: Nudged, from: string, to: string): PlannedNudge[] {
  const time = member.preferences.checkInTime ?? rhythm.dueTime;
  const cadence = { every: "week", weekday: rhythm.dueDay, time } as const;
  return occurrences(cadence, member.zone, from, to).flatMap(({ dueOn, dueAt }) => {
    const untilAt = startOfDay(occurrenceAt(rhythm, dueOn).nextOpensOn, member.zone);
    const allowed = nextAllowed(dueAt, untilAt, reachOf(member, rhythm));
    return allowed === undefined ? [] : [{ occurrenceOn: dueOn, intendedAt: dueAt, dueAt: allowed, untilAt }];
  });
}
