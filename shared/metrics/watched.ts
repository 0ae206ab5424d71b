import { type Series, type Signal, type Watched, watch } from "../signals/detect.ts";
import { type Marks, metricSeries } from "../signals/series-of.ts";
import type { Metric } from "./metric.ts";

/** A series as the detector sees it with the standard preset: every reading with its own range, and what fired. */
export interface Judged {
  readings: readonly Watched[];
  signals: readonly Signal[];
}

export type RangeState = Watched["state"];

interface Dated {
  on: string;
  value: number;
}

/** More series than a company looks at in one sitting; beyond it the one judged longest ago is judged again. */
const most = 400;
const known = new Map<string, { series: Series; judged: Judged }>();

/** Worked out once for the same readings, so that a screen of many metrics asks as often as it likes. */
export function judgedSeries(series: Series): Judged {
  const key = keyOf(series);
  const found = known.get(key);
  if (found !== undefined && isSame(found.series.readings, series.readings)) return found.judged;
  const judged = watch(series, { preset: "standard" });
  known.delete(key);
  known.set(key, { series, judged });
  if (known.size > most) known.delete(known.keys().next().value!);
  return judged;
}

/**
 * The readings of a metric, or of one segment of it, oldest first and one a day, judged. `told` may hold what is about
 * other series; without it nothing was said.
 */
export function judgedMetric(
  metric: Pick<Metric, "unit" | "cadence" | "goodDirection"> & { id: string },
  readings: readonly Dated[],
  told: Marks = { events: [], anomalies: [] },
  segment = "",
): Judged {
  const terms = metricSeries(metric, [], told, segment === "" ? undefined : segment);
  return judgedSeries({ ...terms, readings });
}

/** Where the last reading lies: outside its own range, or the last of a run that left it. */
export function rangeState({ readings, signals }: Judged): RangeState {
  const last = readings.at(-1);
  if (last === undefined) return "learning";
  const fired = last.state === "usual" ? signals.findLast((one) => one.on === last.on) : undefined;
  return fired === undefined ? last.state : fired.direction === "up" ? "above" : "below";
}

/** What was read, one a period, without expected dips; oldest first. */
export function countedValues({ readings }: Judged): number[] {
  return readings.filter((one) => one.dip === undefined).map((one) => one.value);
}

function keyOf({ readings, ...terms }: Series): string {
  const sum = readings.reduce((total, one) => total + one.value, 0);
  return JSON.stringify([terms, readings.length, readings[0]?.on, readings.at(-1)?.on, sum]);
}

function isSame(a: readonly Dated[], b: readonly Dated[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((one, at) => one.on === b[at]!.on && one.value === b[at]!.value))
  );
}
