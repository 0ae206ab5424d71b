import { metricCheckOn, type Occurrence, occurrencesBetween } from "../check-ins/occurrence.ts";
import { belongs } from "../check-ins/owed.ts";
import { digestDue } from "../reviews/digest-due.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays, localDate, nextWorkday, weekdayOf } from "../time/local-date.ts";
import { instantAt } from "../time/wall-clock.ts";
import { hearersOf, isAway } from "./hearers.ts";
import {
  digestTime,
  focusTime,
  intended,
  intendedAt,
  metricCheckTime,
  type Planned,
  type Span,
} from "./intent.ts";
import type { View } from "./view.ts";

type Squad = RowOf<"squad">;

/**
 * The second clock of the week, two working days after the due day: PMs look through what is missing and unusual
 * (`metric-check`), and hear of what is missing even if they want no such walk-through (`miss`). The working day after
 * that everybody in the squad is told how the week stands (`digest`), or as soon as the metric check is done.
 */
export function weekPlan(view: View, span: Span): Planned[] {
  const { rhythm, zone } = view.workspace;
  const first = addDays(localDate(span.from, zone), -14);
  const weeks = occurrencesBetween(rhythm, first, addDays(localDate(span.to, zone), 1));
  return busySquads(view).flatMap((squad) =>
    weeks
      .filter((one) => owedIn(view, squad.id, one).length > 0)
      .flatMap((one) => [...checkOf(view, squad, one, span), ...digestOf(view, squad, one, span)]),
  );
}

/** The focus of the day for everybody in the squad, on their own working days. */
export function focusPlan(view: View, span: Span): Planned[] {
  const { rhythm } = view.workspace;
  return busySquads(view).flatMap((squad) =>
    membersOf(view, squad).flatMap((member) => {
      const workdays = member.preferences.workdays ?? rhythm.workdays;
      const last = localDate(span.to, member.zone);
      const found: Planned[] = [];
      for (let on = localDate(span.from, member.zone); on <= last; on = addDays(on, 1)) {
        if (!workdays.includes(weekdayOf(on)) || isAway(member, on) || !runsOn(view, squad.id, on)) continue;
        const about = { kind: "focus", subjectId: squad.id, occurrenceOn: on } as const;
        const when = { on, time: focusTime(member, rhythm), untilOn: addDays(on, 1) };
        found.push(...intended(view, member, about, when, span));
      }
      return found;
    }),
  );
}

/** A squad's running key results that owe an occurrence. */
export function owedIn(view: View, squadId: string, occurrence: Pick<Occurrence, "opensOn" | "dueOn">) {
  return (view.runningOf.get(squadId) ?? []).filter((one) => {
    const cycle = view.cycles.find((other) => other.id === one.cycleId);
    return cycle !== undefined && belongs(occurrence, one, cycle);
  });
}

/** Whether a squad has a key result in a cycle that the day belongs to. */
export function runsOn(view: View, squadId: string, on: string): boolean {
  const ids = new Set((view.runningOf.get(squadId) ?? []).map((one) => one.cycleId));
  return view.cycles.some((one) => ids.has(one.id) && one.startsOn <= on && on <= one.endsOn);
}

/** The squad's members who are in the workspace. */
export function membersOf(view: View, { members }: Pick<Squad, "members">): RowOf<"member">[] {
  return members
    .flatMap((one) => view.members.get(one.memberId) ?? [])
    .filter((one) => one.state === "active");
}

function busySquads(view: View): Squad[] {
  return view.squads.filter((one) => view.runningOf.has(one.id));
}

/** The day of a week's metric check. */
export function checkDay(view: View, { dueOn }: Pick<Occurrence, "dueOn">): string {
  return metricCheckOn(dueOn, view.workspace.rhythm);
}

function checkOf(view: View, squad: Squad, occurrence: Occurrence, span: Span): Planned[] {
  const on = checkDay(view, occurrence);
  const about = { subjectId: squad.id, occurrenceOn: occurrence.dueOn };
  return hearersOf(view, squad, on).flatMap((member) => {
    const time = metricCheckTime(member, view.workspace.rhythm);
    const when = { on, time, untilOn: addDays(on, 7) };
    return (["metric-check", "miss"] as const).flatMap((kind) =>
      intended(view, member, { ...about, kind }, when, span),
    );
  });
}

function digestOf(view: View, squad: Squad, occurrence: Occurrence, span: Span): Planned[] {
  const { rhythm } = view.workspace;
  const on = nextWorkday(checkDay(view, occurrence), rhythm.workdays);
  const about = { kind: "digest", subjectId: squad.id, occurrenceOn: occurrence.dueOn } as const;
  return membersOf(view, squad)
    .filter((one) => !isAway(one, on))
    .flatMap((member) => {
      const usual = instantAt(on, digestTime(member, rhythm), member.zone);
      const at = digestDue({ squadId: squad.id, dueOn: occurrence.dueOn, usual }, view.reviews);
      return intendedAt(view, member, about, { at, untilOn: addDays(on, 7) }, span);
    });
}
