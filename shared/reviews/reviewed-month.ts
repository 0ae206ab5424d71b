import type { RowOf } from "../sync/mutation.ts";

/**
 * The cycle a month is reviewed in: one that was committed, began before the month (`on`, its first day) and has not
 * ended before it. A month that opens with a cycle has nothing to look back on and is left out.
 */
export function reviewedMonth(on: string, cycles: readonly RowOf<"cycle">[]): RowOf<"cycle"> | undefined {
  return cycles.find((one) => one.state !== "planning" && one.startsOn < on && on <= one.endsOn);
}
