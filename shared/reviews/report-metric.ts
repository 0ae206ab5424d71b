import { seriesOf } from "../metrics/series.ts";
import { metricStanding } from "../metrics/standing.ts";
import { judgedMetric, type RangeState, rangeState } from "../metrics/watched.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays } from "../time/local-date.ts";
import type { ReportSpan } from "./report.ts";
import type { ReviewRows } from "./rows.ts";

/** A metric as a report tells it: where it stands, how far it came in the cycle, and what would have been usual. */
export interface ReportMetric {
  metric: RowOf<"metric">;
  /** Readings drawn, oldest first, one a day: a quarter before the cycle until the report's day. */
  points: { on: string; value: number }[];
  /** What was expected of each of them, in the metric's unit. */
  band: { on: string; low: number; centre: number; high: number }[];
  value?: number;
  /** The day of that value. */
  readOn?: string;
  /** Since the last reading before the cycle, or its first one; in the metric's unit. */
  moved?: { by: number; from: string; good: boolean | undefined };
  state: RangeState;
  old: boolean;
  guard?: "kept" | "breached";
  /** How many of the cycle's key results are to move it. */
  movedBy: number;
}

const daysBefore = 91;

export function reportMetric(
  metric: RowOf<"metric">,
  { cycle, on }: ReportSpan,
  { readingsOf, events = [], anomalies, keyResults }: ReviewRows,
): ReportMetric {
  const series = seriesOf(readingsOf(metric.id)).filter((one) => one.on <= on);
  const judged = judgedMetric(metric, series, { events, anomalies });
  const from = addDays(cycle.startsOn, -daysBefore);
  const last = series.at(-1);
  const first = series.findLast((one) => one.on < cycle.startsOn) ?? series[0];
  const { old, guard } = metricStanding(metric, series, on);
  const bound = keyResults.filter((one) => one.cycleId === cycle.id && one.state !== "draft");
  return {
    metric,
    points: series.filter((one) => one.on >= from).map(({ on, value }) => ({ on, value })),
    band: judged.readings.flatMap(({ on, expected }) =>
      expected === undefined || on < from ? [] : { on, ...expected },
    ),
    ...(last === undefined ? {} : { value: last.value, readOn: last.on }),
    ...(first === undefined || last === undefined || first.on === last.on
      ? {}
      : { moved: { by: last.value - first.value, from: first.on, good: goodOf(metric, first, last) } }),
    state: rangeState(judged),
    old,
    ...(guard === undefined ? {} : { guard }),
    movedBy: bound.filter((one) => one.state !== "dropped" && one.moves?.metricId === metric.id).length,
  };
}

/** Undefined where the move is too small to show in the metric's decimals. */
function goodOf({ unit, goodDirection }: RowOf<"metric">, first: { value: number }, last: { value: number }) {
  const by = last.value - first.value;
  const smallest = 0.5 * 10 ** -(unit.scale === "ratio" ? unit.decimals + 2 : unit.decimals);
  return Math.abs(by) < smallest ? undefined : by > 0 === (goodDirection === "up");
}
