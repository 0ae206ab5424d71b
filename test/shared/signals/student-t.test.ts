import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { incompleteBeta, quantile, upperTail } from "../../../shared/signals/student-t.ts";

/** Standard tables: the 90 %, 97.5 % and 99.5 % points. */
test.each([
  [1, 3.077683537, 12.70620474, 63.65674116],
  [3, 1.637744354, 3.182446305, 5.840909309],
  [10, 1.372183641, 2.228138852, 3.169272673],
  [30, 1.310415025, 2.042272456, 2.749995654],
])("with %i degrees of freedom the table's points come out", (df, ...points) => {
  for (const [index, share] of [0.9, 0.975, 0.995].entries()) {
    expect(quantile(share, df)).toBeCloseTo(points[index]!, 7);
    expect(quantile(1 - share, df)).toBeCloseTo(-points[index]!, 7);
    expect(upperTail(points[index]!, df)).toBeCloseTo(1 - share, 9);
  }
});

test("fractional degrees of freedom agree with the published thresholds", () => {
  const file = new URL("../../data/anomaly-dev-cases.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
    cases: { id: string; expected: { df: number; h: number; threshold: number }[] }[];
  };
  const published = cases.find((one) => one.id === "tq-dev")!.expected;
  expect(published.length).toBeGreaterThan(0);
  const normalTail = (h: number) => upperTail(h, 1e7);
  for (const { df, h, threshold } of published)
    expect(quantile(1 - normalTail(h), df)).toBeCloseTo(threshold, 3);
});

test("both ends and the middle are exact", () => {
  expect([upperTail(0, 5), upperTail(Infinity, 5), upperTail(-Infinity, 5), quantile(0.5, 5)]).toEqual([
    0.5, 0, 1, 0,
  ]);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3), incompleteBeta(-1, 2, 3)]).toEqual([0, 1, 0]);
});

test("the incomplete beta function is the tail of a coin's throws", () => {
  expect(incompleteBeta(0.5, 7, 1)).toBeCloseTo(0.5 ** 7, 14);
  expect(incompleteBeta(0.5, 9, 3)).toBeCloseTo(67 / 2048, 14);
  expect(incompleteBeta(0.3, 2, 5) + incompleteBeta(0.7, 5, 2)).toBeCloseTo(1, 14);
});
