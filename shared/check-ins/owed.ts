import type { Rhythm } from "../people/workspace.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { type Standing, standing } from "./history.ts";
import {
  answers,
  debtOf,
  latenessOf,
  type Occurrence,
  occurrenceAt,
  occurrencesBetween,
} from "./occurrence.ts";

/** What owing is worked out from; every list may hold more than is asked for. */
export interface Rounds {
  /** Now, as milliseconds or an ISO instant; each owner's day is the one in their own zone. */
  at: string | number;
  rhythm: Rhythm;
  members: readonly RowOf<"member">[];
  cycles: readonly RowOf<"cycle">[];
  keyResults: readonly RowOf<"key-result">[];
  checkIns: readonly RowOf<"check-in">[];
}

export interface Owed {
  keyResult: RowOf<"key-result">;
  owner: RowOf<"member">;
  occurrence: Occurrence;
  debt: "open" | "due" | "late";
  /** Who stands in for the owner today; on the owner's own list, so that they know it is taken care of. */
  delegateId?: string;
}

/**
 * What a member owes now: their own running key results and those delegated to them, whose present occurrence has no
 * check-in. Late first, then due, then open; within these their own first, then by title.
 */
export function owed(memberId: string, rounds: Rounds): Owed[] {
  const ranks = { late: 0, due: 1, open: 2 };
  const rank = (one: Owed) => ranks[one.debt] * 2 + Number(one.owner.id !== memberId);
  return runningWith(rounds)
    .flatMap(({ keyResult, cycle, owner, on }): Owed[] => {
      const delegateId = delegateOn(owner, on);
      if (owner.id !== memberId && delegateId !== memberId) return [];
      const occurrence = occurrenceAt(rounds.rhythm, on);
      const debt = debtNow(keyResult, cycle, occurrence, on, rounds.checkIns);
      if (debt === undefined) return [];
      return [{ keyResult, owner, occurrence, debt, ...(delegateId === undefined ? {} : { delegateId }) }];
    })
    .sort((a, b) => rank(a) - rank(b) || a.keyResult.title.localeCompare(b.keyResult.title));
}

/** How one member of a squad kept this week's rhythm. `waiting`: there is still time. */
export interface Kept {
  memberId: string;
  state: "on-time" | "late" | "waiting" | "missing" | "nothing-owed";
  done: number;
  of: number;
}

/**
 * A squad's present week, member by member: those who belong to it and whoever owns one of its key results.
 * `keyResults` are the squad's. The worst of a member's key results names their state.
 */
export function squadWeek(squad: Pick<RowOf<"squad">, "members">, rounds: Rounds): Kept[] {
  const running = runningWith(rounds);
  const ids = [...squad.members.map((one) => one.memberId), ...running.map((one) => one.owner.id)];
  return [...new Set(ids)].map((memberId) => {
    const states = running
      .filter((one) => one.owner.id === memberId)
      .flatMap((one) => keptState(one, rounds) ?? []);
    const worst = (["missing", "waiting", "late", "on-time"] as const).find((one) => states.includes(one));
    const done = states.filter((one) => one === "on-time" || one === "late").length;
    return { memberId, state: worst ?? "nothing-owed", done, of: states.length };
  });
}

/** The occurrences a key result owed whose window is over on a day (the owner's), oldest first. */
export function closedOccurrences(
  keyResult: Pick<RowOf<"key-result">, "committedAt">,
  cycle: Pick<RowOf<"cycle">, "startsOn" | "endsOn">,
  rhythm: Rhythm,
  on: string,
): Occurrence[] {
  return occurrencesBetween(rhythm, cycle.startsOn, on).filter(
    (one) => belongs(one, keyResult, cycle) && one.nextOpensOn <= on,
  );
}

interface Running {
  keyResult: RowOf<"key-result">;
  cycle: RowOf<"cycle">;
  owner: RowOf<"member">;
  /** Today, where the owner is. */
  on: string;
}

function runningWith({ at, members, cycles, keyResults }: Rounds): Running[] {
  return keyResults.flatMap((keyResult) => {
    const cycle = cycles.find((one) => one.id === keyResult.cycleId);
    const owner = members.find((one) => one.id === keyResult.ownerId);
    if (keyResult.state !== "committed" || cycle?.state !== "running" || owner === undefined) return [];
    return [{ keyResult, cycle, owner, on: localDate(at, owner.zone) }];
  });
}

/** What a key result owes of an occurrence on its owner's day; undefined for nothing. `checkIns` may hold others' too. */
export function debtNow(
  keyResult: RowOf<"key-result">,
  cycle: RowOf<"cycle">,
  occurrence: Occurrence,
  on: string,
  checkIns: readonly RowOf<"check-in">[],
): Owed["debt"] | undefined {
  const said = standingOf(keyResult, checkIns);
  if (said.some((one) => answers(one.original.occurrenceOn, occurrence.dueOn))) return undefined;
  const debt = debtOf(occurrence, on);
  if (belongs(occurrence, keyResult, cycle)) return debt === "missed" ? undefined : debt;
  // A key result that starts between two due days is asked for its first value, without being late.
  const first = said.length === 0 && on >= cycle.startsOn && on <= cycle.endsOn;
  return first ? "open" : undefined;
}

function keptState(
  { keyResult, cycle, owner, on }: Running,
  { rhythm, checkIns }: Rounds,
): Exclude<Kept["state"], "nothing-owed"> | undefined {
  const occurrence = occurrenceAt(rhythm, on);
  const said = standingOf(keyResult, checkIns).find((one) =>
    answers(one.original.occurrenceOn, occurrence.dueOn),
  );
  if (said !== undefined) return latenessOf(occurrence, localDate(said.original.at, owner.zone));
  const debt = debtNow(keyResult, cycle, occurrence, on, checkIns);
  return debt === undefined ? undefined : debt === "late" ? "missing" : "waiting";
}

/** An occurrence belongs to the cycle its window opens in, and to key results committed before it is due. */
export function belongs(
  { opensOn, dueOn }: Pick<Occurrence, "opensOn" | "dueOn">,
  { committedAt }: Pick<RowOf<"key-result">, "committedAt">,
  { startsOn, endsOn }: Pick<RowOf<"cycle">, "startsOn" | "endsOn">,
): boolean {
  return opensOn >= startsOn && opensOn <= endsOn && (committedAt ?? "") < dueOn;
}

function standingOf(keyResult: RowOf<"key-result">, checkIns: readonly RowOf<"check-in">[]): Standing[] {
  return standing(checkIns.filter((one) => one.keyResultId === keyResult.id));
}

function delegateOn(owner: RowOf<"member">, on: string): string | undefined {
  return owner.delegate !== undefined && on <= owner.delegate.untilOn ? owner.delegate.memberId : undefined;
}
