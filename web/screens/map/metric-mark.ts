import { metricStanding } from "../../../shared/metrics/standing.ts";
import { judgedMetric, type RangeState, rangeState } from "../../../shared/metrics/watched.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Mark } from "../../ui/StatusMark.tsx";
import { formatNumber } from "../../ui/value.ts";
import type { SeenRows } from "./map-rows.ts";

export interface MetricMark {
  value: string;
  status: Mark;
  word: string;
}

const known = new WeakMap<SeenRows, Map<string, MetricMark>>();

/** A metric's last value and how it stands against its usual range, worked out once. */
export function metricMark(metric: RowOf<"metric">, rows: SeenRows): MetricMark {
  const marks = known.get(rows) ?? new Map<string, MetricMark>();
  known.set(rows, marks);
  const found = marks.get(metric.id) ?? markOf(metric, rows);
  marks.set(metric.id, found);
  return found;
}

function markOf(metric: RowOf<"metric">, { series, on, ...told }: SeenRows): MetricMark {
  const readings = series.get(metric.id) ?? [];
  const { old, ageDays } = metricStanding(metric, readings, on);
  const value = readings.length === 0 ? "" : formatNumber(readings.at(-1)!.value, metric.unit);
  if (ageDays === undefined) return { value, status: "no-data", word: "no reading yet" };
  if (old) return { value, status: "stale", word: `${ageDays} days old` };
  return { value, ...ranged(rangeState(judgedMetric(metric, readings, told)), metric.goodDirection) };
}

function ranged(state: RangeState, good: "up" | "down"): Pick<MetricMark, "status" | "word"> {
  if (state === "learning") return { status: "too-early", word: "learning its range" };
  if (state === "usual") return { status: "ok", word: "usual range" };
  return { status: (state === "above") === (good === "up") ? "ok" : "warn", word: `${state} its range` };
}
