import { expect, test } from "vitest";
import { breaches } from "../../../shared/signals/breach.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { weeklySeries } from "../../support/series.ts";

const day = (week: number) => addDays("2025-01-06", 7 * week);
const told = (values: number[], limits: { floor?: number; ceiling?: number }) =>
  breaches(weeklySeries(values), limits).map(({ on, rule, value }) => [on, rule, value]);

test("a breach is told on its first day, and again only after the limit was kept", () => {
  expect(told([95, 88, 87, 91, 89, 80], { floor: 90 })).toEqual([
    [day(1), "floor", 88],
    [day(4), "floor", 89],
  ]);
});

test("a reading on the limit keeps it, and without a limit nothing is crossed", () => {
  expect(told([90, 90, 110, 110], { floor: 90, ceiling: 110 })).toEqual([]);
  expect(told([1, 1000], {})).toEqual([]);
});

test("from below the floor straight above the ceiling are two breaches", () => {
  expect(told([80, 120, 121, 80], { floor: 90, ceiling: 110 })).toEqual([
    [day(0), "floor", 80],
    [day(1), "ceiling", 120],
    [day(3), "floor", 80],
  ]);
});

test("names the limits, the crossed one in the middle", () => {
  const [both] = breaches(weeklySeries([120]), { floor: 90, ceiling: 110 });
  expect(both).toMatchObject({ direction: "up", expected: { low: 90, centre: 110, high: 110 } });
  const [one] = breaches(weeklySeries([80]), { floor: 90 });
  expect(one).toMatchObject({ direction: "down", expected: { low: 90, centre: 90, high: 90 } });
});
