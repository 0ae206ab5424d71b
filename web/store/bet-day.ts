import type { RowOf } from "../../shared/sync/mutation.ts";
import { mutate, type Saved } from "./mutate.ts";

/** Plain work is done by one tap; what carries a hypothesis is concluded, with what was learnt. */
export function finishBet({ id }: RowOf<"bet">): Promise<Saved> {
  return mutate("bet.conclude", { betId: id, as: "won" });
}

/** Takes an end back: the bet is open as it was, and meant for the day it was meant for. */
export async function unfinishBet({ id, state, todayOn }: RowOf<"bet">): Promise<Saved> {
  const opened = await mutate("bet.reopen", { betId: id });
  if (!opened.saved) return opened;
  const before = state === "idea" || state === "next" ? state : "doing";
  return mutate("bet.revise", { betId: id, state: before, todayOn: todayOn ?? null });
}

/** Means a bet for another day; null for none. */
export function moveBet({ id }: RowOf<"bet">, todayOn: string | null): Promise<Saved> {
  return mutate("bet.revise", { betId: id, todayOn });
}
