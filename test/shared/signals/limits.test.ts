import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { processLimits } from "../../../shared/signals/limits.ts";

interface Case {
  id: string;
  kind: string;
  series: number[];
  expected: { limits: { center: number; meanMR: number; unpl: number; lnpl: number; url: number } };
}
const file = new URL("../../data/anomaly-dev-cases.json", import.meta.url);
const cases = (JSON.parse(readFileSync(file, "utf8")).cases as Case[]).filter(
  (one) => one.kind === "xmr-limits",
);

describe.each(cases)("the published series $id", ({ series, expected: { limits } }) => {
  test("has its published limits, to a millionth", () => {
    const found = processLimits(series)!;
    const published = {
      centre: limits.center,
      lower: limits.lnpl,
      upper: limits.unpl,
      movingRange: limits.meanMR,
      upperRange: limits.url,
    };
    for (const [name, value] of Object.entries(published)) {
      const off = Math.abs(found[name as keyof typeof found] - value);
      expect({ name, fits: off <= 1e-6 * Math.max(1, Math.abs(value)) }).toEqual({ name, fits: true });
    }
  });
});

test("there are four published series", () => {
  expect(cases.map((one) => one.id)).toEqual(["nist", "viscosity", "deficit87", "nile28"]);
});

test("a series that never moves has no width", () => {
  expect(processLimits([5, 5, 5])).toEqual({ centre: 5, lower: 5, upper: 5, movingRange: 0, upperRange: 0 });
});

test("the order counts: the same values far apart in turn make wider limits", () => {
  expect(processLimits([1, 9, 1, 9])!.movingRange).toBe(8);
  expect(processLimits([1, 1, 9, 9])!.movingRange).toBeCloseTo(8 / 3, 12);
});

test("one value, or none, has no moving range and so no limits", () => {
  expect(processLimits([])).toBeNull();
  expect(processLimits([4])).toBeNull();
});
