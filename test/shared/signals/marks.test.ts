import { describe, expect, test } from "vitest";
import { detect, watch } from "../../../shared/signals/detect.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { noiseOf, weeklySeries } from "../../support/series.ts";

const calm = { preset: "calm" } as const;
const noise = noiseOf(21);
const around = (level: number, weeks: number) => Array.from({ length: weeks }, () => level + 2 * noise());
const day = (week: number) => addDays("2025-01-06", 7 * week);
const stepped = [...around(100, 20), ...around(130, 20)];

describe("a new level somebody announced", () => {
  test("is the usual one from its day on: nothing is told, and its third reading has a range already", () => {
    expect(detect(weeklySeries(stepped), calm)).toHaveLength(1);
    const series = weeklySeries(stepped, { restarts: [day(20)] });
    expect(detect(series, { preset: "eager" })).toEqual([]);
    const { readings } = watch(series, calm);
    expect(readings.slice(20, 22).map((one) => one.state)).toEqual(["learning", "learning"]);
    expect(readings[22]).toMatchObject({ state: "usual" });
    expect(readings[22]!.expected!.centre).toBeCloseTo(130, -1);
  });

  test("begins with the first reading on or after that day", () => {
    const between = weeklySeries(stepped, { restarts: [addDays(day(20), -3)] });
    expect(detect(between, calm)).toEqual([]);
    expect(detect(weeklySeries(stepped, { restarts: [addDays(day(20), 1)] }), calm)).toHaveLength(1);
    expect(detect(weeklySeries(stepped, { restarts: ["2020-01-01", "2030-01-01"] }), calm)).toHaveLength(1);
  });

  test("still tells what leaves it, by the scatter known from before", () => {
    const values = [...around(100, 20), ...around(130, 5), 100];
    const found = detect(weeklySeries(values, { restarts: [day(20)] }), calm);
    expect(found).toMatchObject([{ on: day(25), direction: "down", rule: "last-1" }]);
  });
});

test("a metric that means something else from a day on is learnt anew, its scatter too", () => {
  const values = [...around(100, 20), ...around(1000, 20).map((one) => 1000 + 15 * (one - 1000))];
  const series = weeklySeries(values, { redefined: [day(20)] });
  const { signals, readings } = watch(series, calm);
  expect(signals).toEqual([]);
  expect(readings.slice(20, 26).map((one) => one.state)).toEqual(Array(6).fill("learning"));
  expect(readings[30]!.expected!.high - readings[30]!.expected!.low).toBeGreaterThan(100);
});

describe("an expected dip", () => {
  const values = [...around(100, 20), 60, 62, ...around(100, 10)];
  const dips = [{ from: day(20), to: day(21) }];

  test("is set aside: not told, not learnt from, and shown as what it is", () => {
    expect(detect(weeklySeries(values), calm)).toHaveLength(1);
    const { signals, readings } = watch(weeklySeries(values, { dips }), calm);
    expect(signals).toEqual([]);
    expect(readings).toHaveLength(values.length);
    expect(readings[20]).toEqual({ on: day(20), value: 60, state: "usual", dip: true });
    const without = values.filter((_, week) => week < 20 || week > 21);
    expect(readings.at(-1)!.expected!.centre).toBeCloseTo(
      without.slice(0, -1).reduce((sum, one) => sum + one, 0) / (without.length - 1),
      6,
    );
  });

  test("ends on its last day", () => {
    const long = [...around(100, 20), ...around(60, 8)];
    expect(detect(weeklySeries(long, { dips }), calm)).toMatchObject([{ on: day(22), onset: day(22) }]);
  });
});

test("where each series has to be surer, what is only just out of range is not told", () => {
  const values = around(100, 30);
  const told = (last: number, stricter: number) =>
    detect(weeklySeries([...values, last]), { preset: "calm", stricter }).length;
  const just = Array.from({ length: 300 }, (_, step) => 100 + step / 10).find((one) => told(one, 0) === 1)!;
  expect([told(just, 0), told(just, 0.2), told(just + 5, 0.2)]).toEqual([1, 0, 1]);
});
