import type { RowOf } from "../../../shared/sync/mutation.ts";
import { allBets } from "../../store/bets.ts";
import type { Reader } from "../../store/live.ts";

/** Everything the bets' screens are drawn from. */
export interface BetRows {
  bets: RowOf<"bet">[];
  squads: RowOf<"squad">[];
  members: RowOf<"member">[];
  metrics: RowOf<"metric">[];
  /** Of the cycles this phone holds. */
  keyResults: RowOf<"key-result">[];
  objectives: RowOf<"objective">[];
  cycles: RowOf<"cycle">[];
  northStars: RowOf<"north-star">[];
}

export async function betRows(read: Reader): Promise<BetRows> {
  const [bets, squads, members, metrics, cycles, northStars] = await Promise.all([
    allBets(read),
    read.list("squad"),
    read.list("member"),
    read.list("metric"),
    read.list("cycle"),
    read.list("north-star"),
  ]);
  const keyResults = await Promise.all(cycles.map((one) => read.inCycle("key-result", one.id)));
  const objectives = await Promise.all(cycles.map((one) => read.inCycle("objective", one.id)));
  return {
    ...{ bets, squads, members, metrics, cycles, northStars },
    keyResults: keyResults.flat(),
    objectives: objectives.flat(),
  };
}

/** A key result by its id; one of a cycle that is not on this phone is not found. */
export function keyResultIn({ keyResults }: Pick<BetRows, "keyResults">) {
  return (id: string | undefined) => keyResults.find((one) => one.id === id);
}
