import { mostPushesAWeek } from "../signals/push-policy.ts";
import { addDays, localDate, weekdayOf } from "../time/local-date.ts";
import type { Said } from "./decide.ts";
import type { Planned } from "./intent.ts";

/** A reminder that is to be said now, of one person. */
export interface Wish
  extends Pick<Planned, "kind" | "subjectId" | "occurrenceOn" | "memberId">,
    Pick<Said, "rank" | "urgent"> {
  id: string;
  /** Where the person is, in this workspace. */
  zone: string;
  /** Asked for again by the person, who snoozed it: it was counted when it first came. */
  again: boolean;
  /** Where its subject has had its word of the day, another day will do. */
  mayWait?: boolean;
}

/** What was said to the same person before, in any of their workspaces. */
export interface Spent extends Pick<Planned, "kind" | "subjectId" | "occurrenceOn" | "memberId"> {
  /** ISO instant. */
  at: string;
}

/** How much is said to a person at most; the last places of a day and of a week are kept for what is urgent. */
export const budget = {
  ...{ aDay: 3, lastOfDay: 1, aWeek: 10, lastOfWeek: 2 },
  anomaliesAWeek: mostPushesAWeek,
} as const;

/** What need not be said when the other is said of the same occurrence to the same member. */
const toldWith = { miss: "metric-check", nudge: "nudge-again" } as const;
/** On the days these tell of a squad, its focus waits in the app. */
const insteadOfFocus: readonly string[] = ["metric-check", "digest"];

export type Allotted = "say" | "budget" | "told-with" | "another-day";

/**
 * Decides together all that one person would be told at `now` (ISO), the most urgent first: one message a subject and
 * day, three a day, ten a week that begins on Monday, by the days of the zone the person is in. By id.
 */
export function allot(wishes: readonly Wish[], spent: readonly Spent[], now: string): Map<string, Allotted> {
  const said = [...spent];
  const answers = new Map<string, Allotted>();
  // What says it too ranks higher, and so is decided first.
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))) {
    const answer = allotted(wish, said, now);
    answers.set(wish.id, answer);
    if (answer === "say" && !wish.again) said.push({ ...wish, at: now });
  }
  return answers;
}

function allotted(wish: Wish, said: readonly Spent[], now: string): Allotted {
  if (isTold(wish, said, now)) return "told-with";
  if (wish.again || fits(wish, said, now)) return "say";
  const today = localDate(now, wish.zone);
  const hadItsWord = said.some(
    (one) => one.subjectId === wish.subjectId && localDate(one.at, wish.zone) === today,
  );
  return wish.mayWait === true && hadItsWord ? "another-day" : "budget";
}

function isTold(wish: Wish, said: readonly Spent[], now: string): boolean {
  const { kind, zone } = wish;
  const toSame = said.filter((one) => one.subjectId === wish.subjectId && one.memberId === wish.memberId);
  if (kind === "focus") {
    const today = localDate(now, zone);
    return toSame.some((one) => insteadOfFocus.includes(one.kind) && localDate(one.at, zone) === today);
  }
  if (kind !== "miss" && kind !== "nudge") return false;
  return toSame.some((one) => one.kind === toldWith[kind] && one.occurrenceOn === wish.occurrenceOn);
}

function fits({ kind, subjectId, urgent, zone }: Wish, said: readonly Spent[], now: string): boolean {
  const today = localDate(now, zone);
  const monday = mondayOf(today);
  const thisWeek = said
    .map((one) => ({ ...one, on: localDate(one.at, zone) }))
    .filter((one) => mondayOf(one.on) === monday);
  const thisDay = thisWeek.filter((one) => one.on === today);
  if (thisDay.some((one) => one.subjectId === subjectId)) return false;
  const anomalies = thisWeek.filter((one) => one.kind === "anomaly").length;
  if (kind === "anomaly" && anomalies >= budget.anomaliesAWeek) return false;
  const kept = urgent ? { day: 0, week: 0 } : { day: budget.lastOfDay, week: budget.lastOfWeek };
  return thisDay.length < budget.aDay - kept.day && thisWeek.length < budget.aWeek - kept.week;
}

function mondayOf(on: string): string {
  return addDays(on, 1 - weekdayOf(on));
}
