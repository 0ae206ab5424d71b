import { occurrenceAt } from "../check-ins/occurrence.ts";
import { belongs } from "../check-ins/owed.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate, nextWorkday } from "../time/local-date.ts";
import { instantAt } from "../time/wall-clock.ts";
import { nudgesBetween, type PlannedNudge } from "./due.ts";
import { isAway } from "./hearers.ts";
import { checkInTime, type Planned, type Span } from "./intent.ts";
import { nudgedMembers } from "./nudge.ts";
import { nextAllowed, reachOf } from "./quiet.ts";
import { isRunning, type View } from "./view.ts";

/** A nudge when the check-in is due, and one again the next working day: one for all that a member owes. */
export function checkInPlan(view: View, { from, to }: Span): Planned[] {
  const { rhythm } = view.workspace;
  // Most members share zone and hours, and a zone calculation is what planning costs.
  const known = new Map<string, PlannedNudge[]>();
  return nudgedMembers(view).flatMap((member) => {
    const key = JSON.stringify([member.zone, member.preferences]);
    const nudges = known.get(key) ?? nudgesBetween(rhythm, member, from, to);
    known.set(key, nudges);
    return nudges
      .filter((one) => owesAny(view, member, one))
      .flatMap(({ occurrenceOn, dueAt, untilAt }): Planned[] => {
        const about = { subjectId: member.id, memberId: member.id, occurrenceOn, untilAt };
        const again = againAt(view, member, dueAt, untilAt);
        return [
          { ...about, kind: "nudge", plannedFor: dueAt },
          ...(again === undefined ? [] : [{ ...about, kind: "nudge-again" as const, plannedFor: again }]),
        ];
      });
  });
}

/** The next working day of the member's after the nudge, at the same time. */
function againAt(view: View, member: RowOf<"member">, nudgedAt: string, untilAt: string) {
  const { rhythm } = view.workspace;
  const reach = reachOf(member, rhythm);
  const on = nextWorkday(localDate(nudgedAt, member.zone), reach.workdays);
  return nextAllowed(instantAt(on, checkInTime(member, rhythm), member.zone), untilAt, reach);
}

/** Whether anything of theirs, or of somebody they stand in for on that day, belongs to the occurrence. */
function owesAny(view: View, member: RowOf<"member">, { occurrenceOn, dueAt }: PlannedNudge): boolean {
  const absent = (view.standsInFor.get(member.id) ?? []).filter((one) =>
    isAway(one, localDate(dueAt, one.zone)),
  );
  const occurrence = occurrenceAt(view.workspace.rhythm, occurrenceOn);
  return [member, ...absent].some(({ id }) =>
    (view.keyResultsOf.get(id) ?? []).some((one) => {
      const cycle = view.cycles.find((other) => other.id === one.cycleId);
      return cycle !== undefined && isRunning(view, one) && belongs(occurrence, one, cycle);
    }),
  );
}
