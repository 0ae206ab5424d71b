import { standing } from "../check-ins/history.ts";
import type { Metric } from "../metrics/metric.ts";
import { seriesOf } from "../metrics/series.ts";
import type { KeyResult } from "../okrs/key-result.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Anomaly } from "./anomaly.ts";
import type { Series } from "./detect.ts";
import type { MarkedEvent } from "./event.ts";

/** What a series is of: a metric as a whole, one segment of it, or a key result's check-ins. */
export type SeriesName = Anomaly["series"];

/** What people said that changes how a series is read. Those of other series may be among them. */
export interface Marks {
  events: readonly Pick<MarkedEvent, "metricId" | "on" | "untilOn" | "type" | "rebaseline">[];
  anomalies: readonly Pick<Anomaly, "series" | "onset" | "answer">[];
}

type Measured = Pick<Metric, "unit" | "cadence" | "goodDirection"> & { id: string };
type Promised = Pick<KeyResult, "direction" | "unit" | "measures"> & { id: string };

/** A metric's readings as the detector takes them, in the metric's unit; without a segment those of the whole. */
export function metricSeries(
  { id, unit, cadence, goodDirection }: Measured,
  readings: readonly RowOf<"reading">[],
  marks: Marks,
  segment?: string,
): Series {
  const named = readings.filter((one) => one.segment === segment);
  const whole = segment === undefined ? named : named.map(({ segment: _segment, ...rest }) => rest);
  const name = { kind: "metric", id, ...(segment === undefined ? {} : { segment }) } as const;
  return {
    readings: seriesOf(whole).map(({ on, value }) => ({ on, value })),
    ...{ cadence, scale: unit.scale, goodDirection },
    ...marked(name, id, marks),
  };
}

/** A key result's check-ins, one for each due day, amendments folded in; those without a value are missing. */
export function keyResultSeries(
  { id, direction, unit, measures }: Promised,
  checkIns: readonly RowOf<"check-in">[],
  marks: Marks,
): Series {
  const said = standing(checkIns).flatMap(({ original, latest }) =>
    latest.value === undefined ? [] : [{ on: original.occurrenceOn, value: latest.value }],
  );
  const falling = direction === "decrease" || direction === "stay-below";
  return {
    readings: said.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))),
    ...{ cadence: "weekly", scale: unit.scale, goodDirection: falling ? "down" : "up" },
    ...marked({ kind: "key-result", id }, measures, marks),
  };
}

/**
 * Whether a key result is watched by itself: committed, in a running cycle, with a number. One that measures a metric is
 * not, for its check-ins are that metric's readings, and one story is told once.
 */
export function isWatched(
  keyResult: Pick<KeyResult, "state" | "direction" | "measures">,
  cycle: { state: string } | undefined,
): boolean {
  if (keyResult.state !== "committed" || cycle?.state !== "running") return false;
  return keyResult.direction !== "milestones" && keyResult.measures === undefined;
}

/** The same series, by its parts. */
export function isSameSeries(a: SeriesName, b: SeriesName): boolean {
  return a.kind === b.kind && a.id === b.id && a.segment === b.segment;
}

/** An event without a metric concerns every series; one with a metric that metric, whole and segments alike. */
function marked(name: SeriesName, metricId: string | undefined, { events, anomalies }: Marks) {
  const here = events.filter((one) => one.metricId === undefined || one.metricId === metricId);
  const starting = (type: MarkedEvent["type"]) =>
    here.filter((one) => one.rebaseline === true && one.type === type).map((one) => one.on);
  const confirmed = anomalies
    .filter((one) => one.answer?.rebaseline === true && isSameSeries(one.series, name))
    .map((one) => one.onset);
  const restarts = [...starting("launch"), ...confirmed].sort();
  const redefined = starting("definition").sort();
  const dips = here
    .filter((one) => one.type === "expected-dip")
    .map(({ on, untilOn }) => ({ from: on, to: untilOn ?? on }));
  return {
    ...(restarts.length > 0 ? { restarts } : {}),
    ...(redefined.length > 0 ? { redefined } : {}),
    ...(dips.length > 0 ? { dips } : {}),
  };
}
