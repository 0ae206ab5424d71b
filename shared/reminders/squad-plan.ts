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
  timeOf,
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

/** A day's focus, for whoever has the same zone, hours and days. */
type FocusDay = Pick<Planned, "occurrenceOn" | "plannedFor" | "untilAt">;

/** The focus of the day for everybody in the squad, on their own working days. */
export function focusPlan(view: View, span: Span): Planned[] {
  // Most members share zone and hours, and a zone calculation is what planning costs.
  const known = new Map<string, FocusDay[]>();
  return busySquads(view).flatMap((squad) => {
    const cycles = cyclesOf(view, squad.id);
    return membersOf(view, squad).flatMap((member) => {
      const key = `${member.zone} ${JSON.stringify(member.preferences)}`;
      const days = known.get(key) ?? focusDays(view, member, span);
      known.set(key, days);
      return days
        .filter(({ occurrenceOn: on }) => !isAway(member, on) && cycles.some((one) => isIn(one, on)))
        .map((day) => ({ kind: "focus" as const, subjectId: squad.id, memberId: member.id, ...day }));
    });
  });
}

function focusDays(view: View, member: RowOf<"member">, span: Span): FocusDay[] {
  const { rhythm } = view.workspace;
  const workdays = member.preferences.workdays ?? rhythm.workdays;
  const last = localDate(span.to, member.zone);
  const found: FocusDay[] = [];
  for (let on = localDate(span.from, member.zone); on <= last; on = addDays(on, 1)) {
    if (!workdays.includes(weekdayOf(on))) continue;
    const at = instantAt(on, focusTime(member, rhythm), member.zone);
    const time = timeOf(view, member, { at, untilOn: addDays(on, 1) }, span);
    if (time !== undefined) found.push({ occurrenceOn: on, ...time });
  }
  return found;
}

/** A squad's running key results that owe an occurrence. */
export function owedIn(view: View, squadId: string, occurrence: Pick<Occurrence, "opensOn" | "dueOn">) {
  return (view.runningOf.get(squadId) ?? []).filter((one) => {
    const cycle = view.cycles.find((other) => other.id === one.cycleId);
    return cycle !== undefined && belongs(occurrence, one, cycle);
  });
}

/** The cycles a squad's running key results belong to. */
function cyclesOf(view: View, squadId: string): RowOf<"cycle">[] {
  const ids = new Set((view.runningOf.get(squadId) ?? []).map((one) => one.cycleId));
  return view.cycles.filter((one) => ids.has(one.id));
}

function isIn({ startsOn, endsOn }: Pick<RowOf<"cycle">, "startsOn" | "endsOn">, on: string): boolean {
  return startsOn <= on && on <= endsOn;
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
