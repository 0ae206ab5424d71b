import { dayIn, plusDays } from "../calendar.ts";
import type { Facts, Known } from "../facts.ts";
import { isAwayAt, isThere, type Member } from "./people.ts";

export type KeyResult = Known<"key-result">;

/** A week's check-in, due on a Monday; it opens on the Friday before, and is missed when the next opens. */
export interface Week {
  dueOn: string;
  opensOn: string;
  nextOpensOn: string;
}

export function weekDueOn(dueOn: string): Week {
  return { dueOn, opensOn: plusDays(dueOn, -3), nextOpensOn: plusDays(dueOn, 4) };
}

/** Committed in a cycle that runs. */
export function running(facts: Facts, at: number): KeyResult[] {
  const cycles = facts.all("cycle", at).filter((one) => one.state === "running");
  const ids = new Set(cycles.map((one) => one.id));
  return facts.all("key-result", at).filter((one) => one.state === "committed" && ids.has(one.cycleId));
}

/** Whether a week is one that a key result owes: its window opens in the cycle, and it was committed before. */
export function belongsTo(
  facts: Facts,
  week: Week,
  { cycleId, committedAt }: KeyResult,
  at: number,
): boolean {
  const cycle = facts.find("cycle", cycleId, at);
  if (cycle === undefined || committedAt === undefined) return false;
  return cycle.startsOn <= week.opensOn && week.opensOn <= cycle.endsOn && committedAt < week.dueOn;
}

/** Whether somebody has checked in within a week's window, by the days of whoever owned it. */
export function isDone(facts: Facts, { id }: KeyResult, week: Week, at: number): boolean {
  return facts.on("check-in", id, at).some((one) => {
    const then = Date.parse(one.at);
    const owner = facts.find("member", facts.find("key-result", id, then)?.ownerId ?? "", then);
    const on = dayIn(then, owner?.zone ?? "UTC");
    return one.amends === undefined && on >= week.opensOn && on < week.nextOpensOn;
  });
}

/** Whose check-ins a member answers for at a moment: their own unless they are away, and those of people who are. */
export function answersFor(facts: Facts, memberId: string, at: number): Member[] {
  const members = facts.all("member", at);
  return members.filter((one) => {
    const away = isAwayAt(one, at);
    return away ? one.delegate?.memberId === memberId : one.id === memberId;
  });
}

/** What a member is to be asked for at a moment, of a week that is due on a day. */
export function owedOf(facts: Facts, memberId: string, dueOn: string, at: number): KeyResult[] {
  const week = weekDueOn(dueOn);
  const owners = answersFor(facts, memberId, at);
  return running(facts, at).filter((one) => {
    const owner = owners.find((member) => member.id === one.ownerId);
    if (owner === undefined) return false;
    const on = dayIn(at, owner.zone);
    if (on < week.opensOn || on >= week.nextOpensOn || isDone(facts, one, week, at)) return false;
    return belongsTo(facts, week, one, at) || isFirst(facts, one, on, at);
  });
}

/** Whether a week asks anything of a member at all; what starts in its middle is not nudged for alone. */
export function isAsked(facts: Facts, memberId: string, dueOn: string, at: number): boolean {
  const owners = new Set(answersFor(facts, memberId, at).map((one) => one.id));
  const week = weekDueOn(dueOn);
  return running(facts, at).some((one) => owners.has(one.ownerId) && belongsTo(facts, week, one, at));
}

/** One that was committed between two due days is asked for its first value. */
function isFirst(facts: Facts, { id, cycleId }: KeyResult, on: string, at: number): boolean {
  const cycle = facts.find("cycle", cycleId, at);
  if (cycle === undefined || on < cycle.startsOn || on > cycle.endsOn) return false;
  return facts.on("check-in", id, at).length === 0;
}

export function squadOf(facts: Facts, { objectiveId }: KeyResult, at: number): string | undefined {
  return facts.find("objective", objectiveId, at)?.squadId;
}

/** A squad's key results that owe a week, whether or not they have been answered. */
export function owingIn(facts: Facts, squadId: string, dueOn: string, at: number): KeyResult[] {
  const week = weekDueOn(dueOn);
  return running(facts, at).filter(
    (one) => squadOf(facts, one, at) === squadId && belongsTo(facts, week, one, at),
  );
}

/** A squad's members who are there. */
export function membersOf(facts: Facts, squadId: string, at: number): Member[] {
  const listed = facts.find("squad", squadId, at)?.members ?? [];
  return listed.flatMap((one) => facts.find("member", one.memberId, at) ?? []).filter(isThere);
}

/** When a squad's week was gone through, if it was by a moment. */
export function reviewedAt(facts: Facts, squadId: string, dueOn: string, by: number): number {
  const done = facts
    .all("review", by)
    .find((one) => one.squadId === squadId && one.on === dueOn && one.state === "done");
  return done?.doneAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(done.doneAt);
}

export function isReviewed(facts: Facts, wanted: (review: Known<"review">) => boolean, at: number): boolean {
  return facts.all("review", at).some((one) => one.state === "done" && wanted(one));
}
