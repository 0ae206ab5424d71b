import { processLimits } from "../signals/limits.ts";
import type { Metric } from "./metric.ts";

/** So many readings before the one looked at make its usual range; with fewer than the second nothing is said. */
const baseline = 12;
const fewest = 6;

interface Dated {
  on: string;
  value: number;
}

export interface UsualRange {
  low: number;
  centre: number;
  high: number;
  /** How many readings it rests on. */
  readings: number;
}

export type RangeState = "learning" | "usual" | "above" | "below";

/**
 * The process limits of the readings just before the last one, which is never in its own baseline; nor is a single
 * reading that left its range and came back. Ratios stay within 0–1, counts above 0. Undefined while there are too few.
 */
export function usualRange(unit: Metric["unit"], series: readonly Dated[]): UsualRange | undefined {
  return judged(unit, series).at(-1)?.range;
}

/** Where the last reading lies against the range of those before it. */
export function rangeState(unit: Metric["unit"], series: readonly Dated[]): RangeState {
  return judged(unit, series).at(-1)?.state ?? "learning";
}

/** Readings of the last quarter that lie outside the range the last one is held against, the farthest first. */
export function outside<R extends Dated>(unit: Metric["unit"], series: readonly R[]): R[] {
  const range = usualRange(unit, series);
  if (range === undefined) return [];
  const beyond = ({ value }: R) => Math.max(value - range.high, range.low - value);
  return series
    .slice(-baseline - 1)
    .filter((one) => beyond(one) > 0)
    .sort((a, b) => beyond(b) - beyond(a));
}

interface Judged {
  range: UsualRange | undefined;
  state: RangeState;
}

/** Every reading as it looked when it came in. */
function judged({ scale }: Metric["unit"], series: readonly Dated[]): Judged[] {
  const found: Judged[] = [];
  const usable: number[] = [];
  for (const { value } of series) {
    const range = rangeOf(usable.slice(-baseline), scale);
    const state = stateOf(value, range);
    const before = found.at(-1)?.state;
    if ((before === "above" || before === "below") && before !== state) usable.pop();
    found.push({ range, state });
    usable.push(value);
  }
  return found;
}

function rangeOf(before: readonly number[], scale: Metric["unit"]["scale"]): UsualRange | undefined {
  const limits = before.length < fewest ? null : processLimits(before);
  if (limits === null) return undefined;
  const { lower, centre, upper } = limits;
  return {
    low: scale === "value" ? lower : Math.max(0, lower),
    centre,
    high: scale === "ratio" ? Math.min(1, upper) : upper,
    readings: before.length,
  };
}

function stateOf(value: number, range: UsualRange | undefined): RangeState {
  if (range === undefined) return "learning";
  if (value > range.high) return "above";
  return value < range.low ? "below" : "usual";
}
