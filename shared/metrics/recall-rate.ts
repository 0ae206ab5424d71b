import type { RowOf } from "../sync/mutation.ts";

/** How many of those who answered in a cycle knew the North Star: counts alone, never who. */
export interface RecallRate {
  cycle: RowOf<"cycle">;
  right: number;
  answered: number;
}

/** The rate of each cycle somebody answered in, the latest first. */
export function recallRates(
  cycles: readonly RowOf<"cycle">[],
  recalls: readonly RowOf<"recall">[],
): RecallRate[] {
  return cycles
    .map((cycle) => {
      const own = recalls.filter((one) => one.cycleId === cycle.id);
      return { cycle, right: own.filter((one) => one.right).length, answered: own.length };
    })
    .filter((one) => one.answered > 0)
    .sort((a, b) => (a.cycle.startsOn < b.cycle.startsOn ? 1 : -1));
}
