import { expect, test } from "vitest";
import { countedValues, judgedMetric, judgedSeries, rangeState } from "../../../shared/metrics/watched.ts";
import { type Series, watch } from "../../../shared/signals/detect.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { labelledStreams, type Stream } from "../../support/anomaly-score.ts";

const metric = {
  id: "listening",
  unit: { label: "min", scale: "value", decimals: 0 },
  cadence: "weekly",
  goodDirection: "up",
} as const;
const weekly = (values: readonly number[]) =>
  values.map((value, index) => ({ on: addDays("2026-06-01", 7 * index), value }));
const calm = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51];
const state = (values: readonly number[]) => rangeState(judgedMetric(metric, weekly(values)));
const seriesOf = ({ points, cadence, unit: scale }: Stream): Series => ({
  readings: points.map(({ t, v }) => ({ on: t, value: v })),
  ...{ cadence, scale, goodDirection: "up" },
});
const event = { on: "2026-06-01", type: "definition", rebaseline: true } as const;

test("with too few readings before the last one nothing is said", () => {
  expect([state([]), state(calm.slice(0, 6)), state(calm.slice(0, 7))]).toEqual([
    "learning",
    "learning",
    "usual",
  ]);
});

test("a reading far off is above or below, and one beside the others in its range", () => {
  expect([state([...calm, 5000]), state([...calm, 20]), state([...calm, 50])]).toEqual([
    "above",
    "below",
    "usual",
  ]);
});

test("a run that left the range counts for its last reading, though that one alone would not", () => {
  const runs = labelledStreams()
    .map(seriesOf)
    .flatMap((series) => {
      const { readings, signals } = watch(series, { preset: "standard" });
      const usual = (on: string) => readings.find((one) => one.on === on)?.state === "usual";
      return signals.filter((one) => usual(one.on)).map((signal) => ({ series, signal }));
    });
  expect(runs.length).toBeGreaterThan(5);
  for (const { series, signal } of runs) {
    const then = judgedSeries({ ...series, readings: series.readings.filter((one) => one.on <= signal.on) });
    expect(rangeState(then)).toBe(signal.direction === "up" ? "above" : "below");
  }
});

test("what is counted of a series leaves expected dips out, which lie in nobody's range", () => {
  const readings = weekly([...calm, 5]);
  const dip = { on: readings[12]!.on, type: "expected-dip" } as const;
  const judged = judgedMetric(metric, readings, { events: [dip], anomalies: [] });
  expect([rangeState(judged), countedValues(judged)]).toEqual(["usual", calm]);
  expect(countedValues(judgedMetric(metric, readings))).toEqual([...calm, 5]);
});

test("a definition that changed is learnt anew, and what is said of another metric changes nothing", () => {
  const readings = weekly([...calm, 90, 91, 90]);
  const changed = { ...event, on: readings[12]!.on };
  const told = (metricId: string) => ({ events: [{ ...changed, metricId }], anomalies: [] });
  expect(judgedMetric(metric, readings, told("listening")).signals).toEqual([]);
  expect(judgedMetric(metric, readings, told("other"))).toEqual(judgedMetric(metric, readings));
  expect(judgedMetric(metric, readings).signals).not.toEqual([]);
});

test("the same readings are judged once, a corrected one anew, and each as the detector says", () => {
  const series = labelledStreams().slice(0, 40).map(seriesOf);
  for (const one of series) {
    const judged = judgedSeries(one);
    expect(judged).toEqual(watch(one, { preset: "standard" }));
    expect(judgedSeries({ ...one, readings: one.readings.map((each) => ({ ...each })) })).toBe(judged);
  }
  const [one] = series;
  const [a, b, ...rest] = one!.readings;
  const swapped = [{ ...a!, value: b!.value }, { ...b!, value: a!.value }, ...rest];
  expect(judgedSeries({ ...one!, readings: swapped })).toEqual(
    watch({ ...one!, readings: swapped }, { preset: "standard" }),
  );
});
