import { expect, test } from "vitest";
import { outside, rangeState, usualRange } from "../../../shared/metrics/usual-range.ts";
import { addDays } from "../../../shared/time/local-date.ts";

const unit = { label: "min", scale: "value", decimals: 0 } as const;
const weekly = (values: number[]) =>
  values.map((value, index) => ({ on: addDays("2026-06-01", 7 * index), value }));
const calm = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51];

test("with fewer than six readings before the last one nothing is said", () => {
  expect(rangeState(unit, weekly(calm.slice(0, 6)))).toBe("learning");
  expect(usualRange(unit, weekly(calm.slice(0, 6)))).toBeUndefined();
  expect(rangeState(unit, [])).toBe("learning");
  expect(rangeState(unit, weekly(calm.slice(0, 7)))).toBe("usual");
});

test("the reading looked at is not in its own baseline", () => {
  const before = usualRange(unit, weekly([...calm, 50]));
  expect(usualRange(unit, weekly([...calm, 5000]))).toEqual(before);
  expect(rangeState(unit, weekly([...calm, 5000]))).toBe("above");
  expect(rangeState(unit, weekly([...calm, 20]))).toBe("below");
});

test("a single reading that left the range and came back does not widen it", () => {
  const spiked = usualRange(unit, weekly([...calm, 5, 50, 51, 50]))!;
  expect(spiked.low).toBeGreaterThan(40);
});

test("a new level widens and moves the range instead of standing outside for ever", () => {
  const shifted = weekly([...calm, ...Array.from({ length: 12 }, (_, i) => 80 + (i % 3))]);
  expect(rangeState(unit, shifted)).toBe("usual");
});

test("what lies outside the range on screen is found, the farthest first, and only in the last quarter", () => {
  const series = weekly([5, ...calm, 5, 50, 60, 50]);
  expect(outside(unit, series).map((one) => one.value)).toEqual([5, 60]);
});

test("a share stays between nothing and all of it", () => {
  const ratio = { label: "", scale: "ratio", decimals: 1 } as const;
  const range = usualRange(ratio, weekly([0.9, 0.99, 0.91, 0.99, 0.9, 0.98, 0.92, 0.99]))!;
  expect(range.high).toBe(1);
});
