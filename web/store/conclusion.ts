import type { RowOf } from "../../shared/sync/mutation.ts";
import { type Drafted, useDrafted } from "./drafted.ts";
import { mutate, type Saved } from "./mutate.ts";

/** What somebody says at the end of a bet, as it is being typed. */
export interface Conclusion {
  as: "won" | "inconclusive" | "lost" | undefined;
  learning: string;
  next: "double-down" | "nothing" | "cut";
}

const blank: Conclusion = { as: undefined, learning: "", next: "nothing" };

/** A bet's conclusion, kept while it is written; undefined until read. */
export function useConclusion({ id }: RowOf<"bet">): Drafted<Conclusion> | undefined {
  return useDrafted<Conclusion>(`bet.conclude ${id}`, blank);
}

/** Concludes a bet with what was learnt. */
export function concludeBet(
  { id }: RowOf<"bet">,
  { as = "won", learning, next }: Conclusion,
): Promise<Saved> {
  const follows = next === "nothing" ? {} : { next };
  return mutate("bet.conclude", { betId: id, as, learning: learning.trim(), ...follows });
}
