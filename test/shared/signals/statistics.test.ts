import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mannKendall, median, medianDeviation, theilSen } from "../../../shared/signals/statistics.ts";
import { threshold } from "../../../shared/signals/threshold.ts";

const file = new URL("../../data/anomaly-dev-cases.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")).cases;
const expected = (id: string) => cases.find((one: { id: string }) => one.id === id).expected;

test.each(expected("tq-dev") as { n: number; df: number; h: number; threshold: number }[])(
  "with $df degrees of freedom a normal $h becomes $threshold",
  ({ df, h, threshold: published }) => {
    expect(threshold(h, df)).toBeCloseTo(published, 3);
  },
);

test.each(expected("mk-dev") as { name: string; series: number[]; S: number; z: number; theilSen: number }[])(
  "$name has the published trend",
  ({ series, S, z, theilSen: slope }) => {
    expect(mannKendall(series).s).toBe(S);
    expect(mannKendall(series).z).toBeCloseTo(z, 5);
    expect(
      theilSen(
        series.map((_, index) => index),
        series,
      ),
    ).toBeCloseTo(slope, 5);
  },
);

test("ties weaken a trend, and a series of one value has none", () => {
  expect(mannKendall([1, 1, 2, 2, 3, 3])).toMatchObject({ s: 12 });
  expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, z: 0 });
});

test("the median is the middle, or the mean of the two middle ones, in any order", () => {
  const shuffled = (n: number) => Array.from({ length: n }, (_, index) => (index * 7 + 3) % n);
  for (const n of [1, 2, 3, 10, 11, 100, 101]) {
    const values = n % 7 === 0 ? shuffled(n + 1) : shuffled(n);
    const sorted = values.toSorted((a, b) => a - b);
    const half = sorted.length >> 1;
    const middle = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
    expect(median(values)).toBe(middle);
  }
  expect(median([2, 2, 2, 2])).toBe(2);
  expect(medianDeviation([1, 2, 3, 4, 100])).toBe(1);
});
