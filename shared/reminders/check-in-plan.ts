import { type Occurrence, occurrenceAt } from "../check-ins/occurrence.ts";
import { belongs } from "../check-ins/owed.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate, nextWorkday } from "../time/local-date.ts";
import { instantAt } from "../time/wall-clock.ts";
import { nudgesBetween, type PlannedNudge } from "./due.ts";
import { isAway } from "./hearers.ts";
import { checkInTime, type Planned, type Span } from "./intent.ts";
import { nudgedMembers } from "./nudge.ts";
import { nextAllowed, reachOf } from "./quiet.ts";
import type { View } from "./view.ts";

interface Asked extends PlannedNudge {
  occurrence: Occurrence;
  /** When it is asked again, if it can be. */
  againAt: string | undefined;
}

/** A nudge when the check-in is due, and one again the next working day: one for all that a member owes. */
export function checkInPlan(view: View, span: Span): Planned[] {
  const running = new Map(view.cycles.filter((one) => one.state === "running").map((one) => [one.id, one]));
  // Most members share zone and hours, and a zone calculation is what planning costs.
  const known = new Map<string, Asked[]>();
  return nudgedMembers(view).flatMap((member) => {
    const key = `${member.zone} ${JSON.stringify(member.preferences)}`;
    const asked = known.get(key) ?? askedBetween(view, member, span);
    known.set(key, asked);
    return asked
      .filter((one) => owesAny(view, member, one, running))
      .flatMap(({ occurrenceOn, dueAt, againAt, untilAt }): Planned[] => {
        const about = { subjectId: member.id, memberId: member.id, occurrenceOn, untilAt };
        const nudge = { ...about, kind: "nudge" as const, plannedFor: dueAt };
        if (againAt === undefined) return [nudge];
        return [nudge, { ...about, kind: "nudge-again", plannedFor: againAt }];
      });
  });
}

/** The nudges of whoever has this member's zone, hours and days, each with the next working day's. */
function askedBetween(view: View, member: RowOf<"member">, { from, to }: Span): Asked[] {
  const { rhythm } = view.workspace;
  const reach = reachOf(member, rhythm);
  return nudgesBetween(rhythm, member, from, to).map((one) => {
    const on = nextWorkday(localDate(one.dueAt, member.zone), reach.workdays);
    const at = instantAt(on, checkInTime(member, rhythm), member.zone);
    const occurrence = occurrenceAt(rhythm, one.occurrenceOn);
    return { ...one, occurrence, againAt: nextAllowed(at, one.untilAt, reach) };
  });
}

/** Whether anything of theirs, or of somebody they stand in for on that day, belongs to the occurrence. */
function owesAny(
  view: View,
  member: RowOf<"member">,
  { occurrence, dueAt }: Asked,
  running: ReadonlyMap<string, RowOf<"cycle">>,
): boolean {
  const absent = (view.standsInFor.get(member.id) ?? []).filter((one) =>
    isAway(one, localDate(dueAt, one.zone)),
  );
  return [member, ...absent].some(({ id }) =>
    (view.keyResultsOf.get(id) ?? []).some((one) => {
      const cycle = running.get(one.cycleId);
      return one.state === "committed" && cycle !== undefined && belongs(occurrence, one, cycle);
    }),
  );
}
