import type { KeyResult } from "../../../shared/okrs/key-result.ts";

type Promised = Pick<KeyResult, "direction" | "baseline" | "target">;

/** So many times the way from baseline to target beyond its ends: no week gets there, a slip of the finger does. */
const beyond = 1.5;

/**
 * Whether a value lies where a typing slip would put it: 215 for 21.5 on the way from 18 to 26. Asked of key results
 * that go from a baseline to a target, and measured from the last value too, so that what is known far out is not asked.
 */
export function isFarOff(
  { direction, baseline, target }: Promised,
  value: number | undefined,
  last: number | undefined,
): boolean {
  if (direction !== "increase" && direction !== "decrease") return false;
  if (value === undefined || baseline === undefined || target === undefined) return false;
  const known = [baseline, target, last ?? target];
  const way = beyond * Math.abs(target - baseline);
  return value < Math.min(...known) - way || value > Math.max(...known) + way;
}
