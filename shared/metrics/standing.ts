import type { RowOf } from "../sync/mutation.ts";
import { daysBetween } from "../time/local-date.ts";
import type { Metric } from "./metric.ts";
import { seriesOf } from "./series.ts";

/** How old a reading may be where the metric does not say: a period and half of the next. */
export const freshDaysBy = { daily: 2, weekly: 10, monthly: 45 } as const satisfies Record<
  Metric["cadence"],
  number
>;

export interface MetricStanding {
  /** Only where there is a floor or a ceiling and a reading to hold against it. */
  guard?: "kept" | "breached";
  /** The last reading is older than it may be, or there is none at all. */
  old: boolean;
  /** Days since the last reading; absent without one. */
  ageDays?: number;
}

/** Whether a metric keeps within its floor and ceiling, and whether its last reading is still fresh on a day. */
export function metricStanding(
  metric: Pick<Metric, "floor" | "ceiling" | "freshDays" | "cadence">,
  readings: readonly RowOf<"reading">[],
  on: string,
): MetricStanding {
  const last = seriesOf(readings).at(-1);
  if (last === undefined) return { old: true };
  const ageDays = Math.max(0, daysBetween(last.on, on));
  const { floor, ceiling, freshDays = freshDaysBy[metric.cadence] } = metric;
  const guarded = floor !== undefined || ceiling !== undefined;
  const kept = last.value >= (floor ?? -Infinity) && last.value <= (ceiling ?? Infinity);
  return {
    ...(guarded ? { guard: kept ? "kept" : "breached" } : {}),
    old: ageDays > freshDays,
    ageDays,
  };
}
