import { standing } from "../check-ins/history.ts";
import { answersIn, occurrenceAt, occurrencesBetween } from "../check-ins/occurrence.ts";
import { dayBets } from "../focus/day-bets.ts";
import { type Focus, focusOf } from "../focus/focus.ts";
import { focusWords } from "../focus/words.ts";
import { type ReminderGroup, wayOf } from "../people/preferences.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays, localDate } from "../time/local-date.ts";
import { hearersOf, isAway } from "./hearers.ts";
import type { Planned } from "./intent.ts";
import type { Judged, Week } from "./saying.ts";
import { checkDay, owedIn } from "./squad-plan.ts";
import { squadOf, type View } from "./view.ts";

type About = Pick<Planned, "subjectId" | "occurrenceOn">;
type Member = RowOf<"member">;

/** What a PM is to look through; nothing once the squad's review of that week is done. */
export function judgeCheck(
  { kind, ...about }: About & { kind: "metric-check" | "miss" },
  member: Member,
  view: View,
  now: string,
): Judged {
  const squad = view.squads.find((one) => one.id === about.subjectId);
  const week = squad && weekOf(view, squad, about.occurrenceOn);
  if (squad === undefined || week === undefined) return { skip: "nothing-owed" };
  const on = localDate(now, member.zone);
  if (!hearersOf(view, squad, on).some((one) => one.id === member.id))
    return { skip: isAway(member, on) ? "away" : "nothing-owed" };
  if (kind === "miss" && week.missing.length === 0) return { skip: "done" };
  return isReviewed(view, squad.id, about.occurrenceOn) ? { skip: "done" } : { say: { kind, week } };
}

/** How the week stands, for everybody in the squad. */
export function judgeDigest(about: About, member: Member, view: View, now: string): Judged {
  const squad = memberIn(view, about.subjectId, member.id);
  const week = squad && weekOf(view, squad, about.occurrenceOn);
  if (week === undefined) return { skip: "nothing-owed" };
  if (isAway(member, localDate(now, member.zone))) return { skip: "away" };
  return { say: { kind: "digest", week } };
}

/** What the squad looks at today, and the member's own bets. */
export function judgeFocus(about: About, member: Member, view: View, now: string): Judged {
  const { subjectId, occurrenceOn: on } = about;
  const squad = memberIn(view, subjectId, member.id);
  if (squad === undefined) return { skip: "nothing-owed" };
  if (isAway(member, localDate(now, member.zone))) return { skip: "away" };
  if (isCheckedOn(on, squad, member, view)) return { skip: "told-with" };
  const { focus, day } = focusIn(view, subjectId, on);
  const words = focusWords(focus, (id) => view.members.get(id)?.name);
  if (words === undefined) return { skip: "nothing-owed" };
  const bets = day.people.find((one) => one.memberId === member.id)?.bets.length ?? 0;
  return { say: { kind: "focus", squad: squad.name, words, bets, unjustified: day.unjustified } };
}

/**
 * Whether the day's word of a squad is the metric check for this member, at whatever hour they look at metrics: a focus
 * before it would be that word, and the check could not come.
 */
function isCheckedOn(on: string, squad: RowOf<"squad">, member: Member, view: View): boolean {
  const { rhythm } = view.workspace;
  const [occurrence] = occurrencesBetween(rhythm, addDays(on, -21), on).filter(
    (one) => checkDay(view, one) === on,
  );
  const week = occurrence && weekOf(view, squad, occurrence.dueOn);
  if (week === undefined || isReviewed(view, squad.id, occurrence!.dueOn)) return false;
  if (!hearersOf(view, squad, on).some((one) => one.id === member.id)) return false;
  const wants = (group: ReminderGroup) => wayOf(member.preferences, group) !== "off";
  return wants("metric-check") || (wants("check-ins") && week.missing.length > 0);
}

/** How an occurrence stands in a squad; undefined where nobody owes it any more. */
export function weekOf(view: View, squad: RowOf<"squad">, dueOn: string): Week | undefined {
  const occurrence = occurrenceAt(view.workspace.rhythm, dueOn);
  const owed = occurrence.dueOn === dueOn ? owedIn(view, squad.id, occurrence) : [];
  if (owed.length === 0) return undefined;
  const missing = owed.filter(
    ({ id }) =>
      !standing(view.checkInsOn.get(id) ?? []).some((one) =>
        answersIn(one.original.occurrenceOn, occurrence),
      ),
  );
  const blockers = owed.flatMap((one) => view.blockersOn.get(one.id) ?? []).length;
  const anomalies = openAnomalies(view, squad.id).length;
  return { squad: squad.name, missing, owed: owed.length, anomalies, blockers };
}

function openAnomalies(view: View, squadId: string): RowOf<"anomaly">[] {
  return [...view.anomalies.values()].filter((one) => {
    if (one.answer !== undefined || one.withdrawnAt !== undefined) return false;
    const { kind, id } = one.series;
    const keyResult = kind === "key-result" ? view.keyResults.get(id) : undefined;
    const concerned = one.squadId ?? view.metrics.get(id)?.squadId;
    return (concerned ?? (keyResult && squadOf(view, keyResult)?.id)) === squadId;
  });
}

function isReviewed(view: View, squadId: string, on: string): boolean {
  return view.reviews.some(
    (one) => one.beat === "weekly" && one.squadId === squadId && one.on === on && one.state === "done",
  );
}

function memberIn(view: View, squadId: string, memberId: string): RowOf<"squad"> | undefined {
  const squad = view.squads.find((one) => one.id === squadId);
  return squad?.members.some((one) => one.memberId === memberId) ? squad : undefined;
}

interface Day {
  focus: Focus;
  day: ReturnType<typeof dayBets>;
}
/** A squad's members are told of the same focus at the same minute; it is worked out once for a view. */
const worked = new WeakMap<View, Map<string, Day>>();

function focusIn(view: View, squadId: string, on: string): Day {
  const known = worked.get(view) ?? new Map<string, Day>();
  worked.set(view, known);
  const key = `${squadId} ${on}`;
  const ready = known.get(key) ?? workOut(view, squadId, on);
  known.set(key, ready);
  return ready;
}

function workOut(view: View, squadId: string, on: string): Day {
  const { workspace, cycles, choices } = view;
  const keyResults = view.runningOf.get(squadId) ?? [];
  const focus = focusOf(squadId, on, {
    ...{ workspace, cycles, choices, keyResults },
    objectives: keyResults.flatMap((one) => view.objectives.get(one.objectiveId) ?? []),
    checkInsOn: (id) => view.checkInsOn.get(id) ?? [],
    blockersOn: (id) => view.blockersOn.get(id) ?? [],
    anomalies: [...view.anomalies.values()],
  });
  const day = dayBets(squadId, on, {
    bets: view.betsOf.get(squadId) ?? [],
    members: [],
    find: (id) => view.keyResults.get(id),
  });
  return { focus, day };
}
