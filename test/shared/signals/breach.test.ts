import { expect, test } from "vitest";
import { breaches } from "../../../shared/signals/breach.ts";
import type { Series } from "../../../shared/signals/detect.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { weeklySeries } from "../../support/series.ts";

const day = (week: number) => addDays("2025-01-06", 7 * week);
const told = (values: number[], limits: { floor?: number; ceiling?: number }, more: Partial<Series> = {}) =>
  breaches(weeklySeries(values, more), limits).map(({ onset, on, rule, value, crossings }) => [
    ...[onset, on, rule, value],
    ...(crossings === undefined ? [] : [crossings]),
  ]);

test("a limit that stays crossed is one breach, told on its first day", () => {
  expect(told([95, 88, 87, 70], { floor: 90 })).toEqual([[day(1), day(1), "floor", 88]]);
});

test("what swings round its limit is one breach that counts its crossings and names the last", () => {
  const swinging = [95, 88, 91, 89, 89, 95, 95, 95, 80];
  expect(told(swinging, { floor: 90 })).toEqual([[day(1), day(8), "floor", 80, 3]]);
  const years = Array.from({ length: 200 }, (_, week) => 89 + 2 * (week % 2));
  expect(told(years, { floor: 90 })).toEqual([[day(0), day(198), "floor", 89, 100]]);
});

test("only a calm spell ends a breach: four weeks or months, seven days, each with a reading", () => {
  const kept = (count: number) => [88, ...Array(count).fill(95), 87];
  expect(told(kept(3), { floor: 90 })).toHaveLength(1);
  expect(told(kept(4), { floor: 90 })).toEqual([
    [day(0), day(0), "floor", 88],
    [day(5), day(5), "floor", 87],
  ]);
  const daily = (count: number) => {
    const readings = kept(count).map((value, at) => ({ on: addDays("2025-01-06", at), value }));
    return told([], { floor: 90 }, { readings, cadence: "daily" });
  };
  expect([daily(6).length, daily(7).length]).toEqual([1, 2]);
  const silent = weeklySeries([88, ...Array(30).fill(95), 87]).readings.filter((_, week) => week % 31 === 0);
  expect(told([], { floor: 90 }, { readings: silent })).toHaveLength(1);
});

test("a reading on the limit keeps it, and without a limit nothing is crossed", () => {
  expect(told([90, 90, 110, 110], { floor: 90, ceiling: 110 })).toEqual([]);
  expect(told([1, 1000], {})).toEqual([]);
});

test("floor and ceiling are watched each for itself", () => {
  expect(told([80, 120, 121, 80], { floor: 90, ceiling: 110 })).toEqual([
    [day(0), day(3), "floor", 80, 2],
    [day(1), day(1), "ceiling", 120],
  ]);
});

test("names the limits, the crossed one in the middle", () => {
  const [both] = breaches(weeklySeries([120]), { floor: 90, ceiling: 110 });
  expect(both).toMatchObject({ direction: "up", expected: { low: 90, centre: 110, high: 110 } });
  const [one] = breaches(weeklySeries([80]), { floor: 90 });
  expect(one).toMatchObject({ direction: "down", expected: { low: 90, centre: 90, high: 90 } });
});
