import { describe, expect, test } from "vitest";
import { stalls } from "../../../shared/signals/stall.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { labelledStreams } from "../../support/anomaly-score.ts";
import { noiseOf, weeklySeries } from "../../support/series.ts";

const climbing = (weeks: number, slope: number, until = weeks, seed = 3) => {
  const noise = noiseOf(seed);
  return Array.from({ length: weeks }, (_, week) => 100 + slope * Math.min(week, until) + noise());
};

test("growth that ended is told once, with its first day and where the old path would have led", () => {
  const found = stalls(weeklySeries(climbing(60, 1, 30)));
  expect(found).toHaveLength(1);
  const [{ on, onset, value, expected }] = found as [(typeof found)[0]];
  expect(onset >= addDays("2025-01-06", 7 * 27) && onset <= addDays("2025-01-06", 7 * 34)).toBe(true);
  expect(on <= addDays("2025-01-06", 7 * 45)).toBe(true);
  expect(value).toBeLessThan(expected.low);
  expect(expected.centre).toBeGreaterThan(135);
});

test("after it has grown again, the next standstill is told too", () => {
  const noise = noiseOf(11);
  const level = (week: number) => Math.min(week, 30) + Math.max(0, Math.min(week, 80) - 50);
  const values = Array.from({ length: 110 }, (_, week) => 100 + level(week) + noise());
  expect(stalls(weeklySeries(values))).toHaveLength(2);
});

test("a series that is to fall stalls when it stops falling", () => {
  const falling = climbing(60, -1, 30);
  expect(stalls(weeklySeries(falling, { goodDirection: "down" }))).toHaveLength(1);
  expect(stalls(weeklySeries(falling))).toEqual([]);
});

test("days are read as weeks, and the week under way is not one yet", () => {
  const noise = noiseOf(5);
  const readings = Array.from({ length: 7 * 50 }, (_, day) => ({
    ...{
      on: addDays("2025-01-06", day),
      value: 100 + Math.min(day, 210) / 7 + 2 * noise() - (day % 7 > 4 ? 20 : 0),
    },
  }));
  const daily = { ...weeklySeries([]), cadence: "daily" as const };
  expect(stalls({ ...daily, readings })).toHaveLength(1);
  const on = stalls({ ...daily, readings })[0]!.on;
  expect(stalls({ ...daily, readings: readings.filter((one) => one.on <= on) })).toEqual([]);
});

test("nothing is told of few weeks, of a dip that was expected, or across a new beginning", () => {
  expect(stalls(weeklySeries(climbing(19, 1, 11)))).toEqual([]);
  const values = climbing(44, 1, 30);
  expect(stalls(weeklySeries(values))).toHaveLength(1);
  const day = (week: number) => addDays("2025-01-06", 7 * week);
  expect(stalls(weeklySeries(values, { restarts: [day(31)] }))).toEqual([]);
  expect(stalls(weeklySeries(values, { dips: [{ from: day(31), to: day(60) }] }))).toEqual([]);
});

describe("false alarms", () => {
  const rate = (found: number, weeks: number) => (found * 52) / weeks;

  test("on the labelled clean series there is at most one in fifty series-years", () => {
    const clean = labelledStreams().filter((one) => one.labels.length === 0);
    let [found, years] = [0, 0];
    for (const { points, cadence, unit, slots, warmup } of clean)
      for (const goodDirection of ["up", "down"] as const) {
        const readings = points.map(({ t, v }) => ({ on: t, value: v }));
        found += stalls({ readings, cadence, scale: unit, goodDirection }).length;
        years += (slots - warmup) / (cadence === "weekly" ? 52 : 365);
      }
    expect(years).toBeGreaterThan(150);
    expect(found / years).toBeLessThanOrEqual(0.02);
  });

  test("on series that go on growing, however slowly, there is at most one in thirty series-years", () => {
    for (const slope of [0, 0.1, 0.3, 1]) {
      let found = 0;
      for (let seed = 0; seed < 40; seed += 1)
        found += stalls(weeklySeries(climbing(65, slope, 65, seed))).length;
      expect(rate(found, 40 * 65)).toBeLessThanOrEqual(0.034);
    }
  });

  test("and of plain standstills nearly all are found", () => {
    const found = Array.from({ length: 40 }, (_, seed) => stalls(weeklySeries(climbing(56, 0.5, 30, seed))));
    expect(found.filter((one) => one.length > 0).length).toBeGreaterThanOrEqual(37);
  });
});
