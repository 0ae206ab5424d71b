import { expect, test } from "vitest";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import { gapOf, spotsOf } from "../../../shared/metrics/stretch.ts";
import { addDays } from "../../../shared/time/local-date.ts";

const today = "2026-11-21";
const read = (...pairs: [string, number][]) => pairs.map(([on, value]) => ({ on, value }));

test("weeks are the readings of the last thirteen, as they were read", () => {
  const old = addDays(today, -92);
  const first = addDays(today, -91);
  expect(spotsOf(read([old, 1], [first, 2], [today, 3]), "weeks", today)).toEqual([
    { on: first, value: 2, readings: 1 },
    { on: today, value: 3, readings: 1 },
  ]);
});

test("a month is the mean of what was read in it, and a month nobody read is missing", () => {
  const series = read(
    ["2025-11-30", 9],
    ["2025-12-01", 10],
    ["2025-12-31", 20],
    ["2026-02-10", -4],
    ["2026-11-20", 7],
  );
  expect(spotsOf(series, "months", today)).toEqual([
    { on: "2025-12-15", value: 15, readings: 2 },
    { on: "2026-02-15", value: -4, readings: 1 },
    { on: "2026-11-15", value: 7, readings: 1 },
  ]);
  expect(spotsOf(series, "years", today)[0]).toEqual({ on: "2025-11-15", value: 9, readings: 1 });
});

test("a month leaves out what was read in an expected dip, and says so where it was nothing else", () => {
  const series = read(["2026-08-30", 90], ["2026-09-01", 10], ["2026-09-20", 50], ["2026-10-05", 4]);
  const dips = [
    { from: "2026-08-31", to: "2026-09-01" },
    { from: "2026-10-05", to: "2026-10-05" },
  ];
  const august = { on: "2026-08-15", value: 90, readings: 1 };
  expect(spotsOf(series, "months", today, dips)).toEqual([
    august,
    { on: "2026-09-15", value: 50, readings: 1 },
    { on: "2026-10-15", value: 4, readings: 1, dip: true },
  ]);
  expect(spotsOf(series, "weeks", today, dips)).toHaveLength(series.length);
});

test("nothing read is nothing over any stretch", () => {
  for (const stretch of ["weeks", "months", "years"] as const)
    expect(spotsOf([], stretch, today)).toEqual([]);
});

test("a month of numbers too large to be added up still has a mean", () => {
  const [spot] = spotsOf(read(["2026-11-01", 1e308], ["2026-11-02", 1e308]), "months", today);
  expect(spot!.value).toBe(1e308);
});

test("a gap is a period and a half; by month it is a month nobody read", () => {
  expect(gapOf("weekly", "weeks")).toBeGreaterThan(7);
  expect(gapOf("weekly", "weeks")).toBeLessThan(14);
  expect(gapOf("daily", "years")).toBeGreaterThan(31);
  expect(gapOf("daily", "years")).toBeLessThan(59);
});

const counted = { label: "bytes", scale: "count", decimals: 0 } as const;

test("a number stands in full while it can be read, then in words for its size", () => {
  expect(formatFigure(9_999_999, counted, "en")).toBe("9,999,999");
  expect(formatFigure(12_345_678, counted, "en")).toBe("12.35M");
  expect(formatFigure(-1.5e12, counted, "en")).toBe("−1.5T");
  expect(formatFigure(1e300, counted, "en").length).toBeLessThan(10);
  expect(formatFigure(undefined, counted, "en")).toBe("–");
  expect(formatFigure(0.206, { label: "", scale: "ratio", decimals: 1 }, "en")).toBe("20.6%");
});
