import type { KeyResult } from "../okrs/key-result.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Bet } from "./bet.ts";

/** What a bet stands on: a key result that counts, one that no longer does, or nothing. */
export type Justification = "justified" | "over" | "unjustified";

export type BetGroup = "today" | "doing" | "next" | "idea" | "unjustified" | "cannot-move";

/** A key result that was dropped or graded justifies no open work any more. */
export function justification(
  { keyResultId }: Pick<Bet, "keyResultId">,
  find: (keyResultId: string) => Pick<KeyResult, "state"> | undefined,
): Justification {
  if (keyResultId === undefined) return "unjustified";
  const state = find(keyResultId)?.state;
  return state === "draft" || state === "committed" ? "justified" : "over";
}

/** Either of the two questions was answered with no: it cannot plausibly move the North Star. */
export function cannotMove({ movesInput, movesStar }: Pick<Bet, "movesInput" | "movesStar">): boolean {
  return movesInput === false || movesStar === false;
}

export function isOpen({ state }: Pick<Bet, "state">): boolean {
  return state === "idea" || state === "next" || state === "doing";
}

/** Finished work that had promised nothing, so that it neither won nor lost. */
export function isPlainlyDone({
  state,
  hypothesis,
  learning,
}: Pick<Bet, "state" | "hypothesis" | "learning">) {
  return state === "won" && hypothesis === undefined && learning === undefined;
}

const order: readonly BetGroup[] = ["today", "doing", "next", "idea", "unjustified", "cannot-move"];

/**
 * Where an open bet stands in the backlog. What nothing justifies goes below all that serves a key result, and what
 * cannot move the North Star to the very bottom; a promise for today stays in sight all the same.
 */
export function groupOf(bet: Bet, stands: Justification, today: string): BetGroup {
  if (bet.todayOn !== undefined && bet.todayOn <= today) return "today";
  if (cannotMove(bet)) return "cannot-move";
  if (stands !== "justified") return "unjustified";
  return bet.state === "doing" || bet.state === "next" ? bet.state : "idea";
}

/** The open bets in the order of the backlog, in groups; within one by title. Empty groups are left out. */
export function backlog(
  bets: readonly RowOf<"bet">[],
  find: (keyResultId: string) => Pick<KeyResult, "state"> | undefined,
  today: string,
): { group: BetGroup; bets: RowOf<"bet">[] }[] {
  const open = bets.filter(isOpen).sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
  return order
    .map((group) => ({
      group,
      bets: open.filter((one) => groupOf(one, justification(one, find), today) === group),
    }))
    .filter((one) => one.bets.length > 0);
}

/** How the concluded bets went, and what followed; those dropped before an end are none, and so is plain work. */
export function conclusions(bets: readonly Pick<Bet, "state" | "next" | "hypothesis" | "learning">[]) {
  const ended = (["won", "lost", "inconclusive"] as const).map((end) =>
    bets.filter((one) => one.state === end && !isPlainlyDone(one)),
  );
  const [won = 0, lost = 0, inconclusive = 0] = ended.map((one) => one.length);
  const followed = (next: Bet["next"]) => ended.flat().filter((one) => one.next === next).length;
  return { won, lost, inconclusive, doubledDown: followed("double-down"), cut: followed("cut") };
}

/** The same of the bets that serve these key results. */
export function conclusionsOf(keyResults: readonly { id: string }[], bets: readonly Bet[]) {
  const served = new Set(keyResults.map((one) => one.id));
  return conclusions(bets.filter((one) => one.keyResultId !== undefined && served.has(one.keyResultId)));
}

/** How many open bets there are, and how many of them no key result justifies. */
export function unjustifiedCount(
  bets: readonly Bet[],
  find: (keyResultId: string) => Pick<KeyResult, "state"> | undefined,
): { open: number; unjustified: number } {
  const open = bets.filter(isOpen);
  const unjustified = open.filter((one) => justification(one, find) !== "justified");
  return { open: open.length, unjustified: unjustified.length };
}
