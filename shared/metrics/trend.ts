import type { RowOf } from "../sync/mutation.ts";
import type { Metric } from "./metric.ts";
import { seriesOf } from "./series.ts";

/** The last reading beside the one before it, in numbers ready for words. */
export interface Trend {
  value: number;
  on: string;
  /** Absent with only one reading. */
  before?: {
    value: number;
    on: string;
    /** In the metric's unit; of a ratio, 0.02 is two percentage points. */
    delta: number;
    /** Relative to the previous value, 0.1 is a tenth more; absent where that was zero. */
    share?: number;
    towards: "up" | "down" | "flat";
    /** Absent when nothing moved. */
    good?: boolean;
  };
}

/** Where a metric stands and how it moved since the reading before; null without a reading. */
export function trend(
  { goodDirection, unit }: Pick<Metric, "goodDirection" | "unit">,
  readings: readonly RowOf<"reading">[],
): Trend | null {
  const [before, last] = seriesOf(readings).slice(-2) as (RowOf<"reading"> | undefined)[];
  const now = last ?? before;
  if (now === undefined) return null;
  const { value, on } = now;
  if (last === undefined || before === undefined) return { value, on };
  const delta = Number((value - before.value).toFixed(12));
  const towards = directionOf(delta, unit);
  return {
    value,
    on,
    before: {
      value: before.value,
      on: before.on,
      delta,
      ...(before.value === 0 ? {} : { share: delta / Math.abs(before.value) }),
      towards,
      ...(towards === "flat" ? {} : { good: towards === goodDirection }),
    },
  };
}

/** A move too small to show in the metric's decimals is none. */
function directionOf(delta: number, { scale, decimals }: Metric["unit"]): "up" | "down" | "flat" {
  const smallest = 0.5 * 10 ** -(scale === "ratio" ? decimals + 2 : decimals);
  if (Math.abs(delta) < smallest) return "flat";
  return delta > 0 ? "up" : "down";
}
