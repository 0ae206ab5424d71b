import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { median, medianDeviation } from "../../../shared/signals/statistics.ts";
import { threshold } from "../../../shared/signals/threshold.ts";
import { emptyTrends } from "../../../shared/signals/trends.ts";
import { chanceOf } from "../../support/chance.ts";

const file = new URL("../../data/anomaly-dev-cases.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")).cases;
const trendsOf = (values: readonly number[], slots: readonly number[] = values.map((_, index) => index)) => {
  const trends = emptyTrends(values.length);
  values.forEach((value, index) => {
    trends.push(slots[index]!, value);
  });
  return trends;
};
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
    const trends = trendsOf(series);
    expect(trends.mannKendall(series.length).s).toBe(S);
    expect(trends.mannKendall(series.length).z).toBeCloseTo(z, 5);
    expect(trends.theilSen(series.length)).toBeCloseTo(slope, 5);
  },
);

test("ties weaken a trend, and a series of one value has none", () => {
  expect(trendsOf([1, 1, 2, 2, 3, 3]).mannKendall(6)).toMatchObject({ s: 12 });
  expect(trendsOf([4, 4, 4, 4]).mannKendall(4)).toEqual({ s: 0, z: 0 });
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

test("a growing series tells of every beginning what the plain definitions tell, to the last bit", () => {
  const { random } = chanceOf(5);
  for (const step of [0, 1, 0.01]) {
    const values = Array.from({ length: 90 }, (_, i) =>
      step === 0 ? 0.4 * i + random() : step * Math.round(20 * random()),
    );
    const slots = values.map((_, i) => 2800 + i + (i > 40 ? 13 : 0));
    const trends = emptyTrends(90);
    for (let round = 0; round < 2; round += 1) {
      trends.clear();
      values.forEach((value, i) => {
        trends.push(slots[i]!, value + round);
        for (const n of [i + 1, i - 1, i - 6]) if (n > 1) expect(trends.theilSen(n)).toBe(plain(n, round));
      });
    }
    function plain(n: number, lifted: number): number {
      const slopes: number[] = [];
      for (let j = 0; j < n; j += 1)
        for (let i = 0; i < j; i += 1)
          slopes.push((values[j]! + lifted - (values[i]! + lifted)) / (slots[j]! - slots[i]!));
      return median(slopes.sort((a, b) => a - b));
    }
  }
});
