import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { screenedRange } from "../../../shared/signals/baseline.ts";
import { medianLimits, processLimits } from "../../../shared/signals/limits.ts";
import { runRules } from "../../../shared/signals/run-rules.ts";

interface Case {
  id: string;
  kind: string;
  series: number[];
  expected: { limits: Record<string, number>; flags: Record<string, number[]> };
}
interface RuleCases {
  kind: "rules";
  cases: { series: number[]; expected: Record<string, number[]> }[];
}
const perRange = 1.128;
const file = new URL("../../data/anomaly-dev-cases.json", import.meta.url);
const all = JSON.parse(readFileSync(file, "utf8")).cases as (Case | RuleCases)[];
const cases = all.filter((one): one is Case => one.kind === "xmr-limits");
const ruleCases = all.flatMap((one) => (one.kind === "rules" ? (one as RuleCases).cases : []));
const isClose = (found: number, published: number) =>
  Math.abs(found - published) <= 1e-6 * Math.max(1, Math.abs(published));

describe.each(cases)("the published series $id", ({ series, expected: { limits, flags } }) => {
  test("has its published limits, to a millionth, in every form", () => {
    const means = processLimits(series)!;
    const medians = medianLimits(series)!;
    const screened = screenedRange(series, series.length);
    const sigma = means.movingRange / perRange;
    const found: Record<string, number> = {
      ...{ n: series.length, center: means.centre, meanMR: means.movingRange, url: means.upperRange },
      ...{ unpl: means.upper, lnpl: means.lower, sigmaMR: sigma },
      ...{ unplExact: means.centre + 3 * sigma, lnplExact: means.centre - 3 * sigma },
      ...{ median: medians.centre, medianMR: medians.movingRange },
      ...{ unplMedian: medians.upper, lnplMedian: medians.lower },
      ...{ screenedMeanMR: screened, sigmaScreened: screened / perRange },
    };
    expect(Object.keys(found).sort()).toEqual(Object.keys(limits).sort());
    for (const [name, published] of Object.entries(limits))
      expect({ name, fits: isClose(found[name]!, published) }).toEqual({ name, fits: true });
  });

  test("has its published flags by the classic rules", () => {
    const { centre, movingRange } = processLimits(series)!;
    expect(runRules(series, { centre, sigma: movingRange / perRange })).toEqual(flags);
  });
});

test.each(ruleCases)("the classic rules flag what was published for $series", ({ series, expected }) => {
  expect(runRules(series, { centre: 0, sigma: 1 })).toEqual(expected);
});

test("a run of fourteen that goes up and down by turns is flagged, one that rests in between is not", () => {
  const turns = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 0.5 : -0.5));
  const flagged = (values: number[]) => runRules(values, { centre: 0, sigma: 1 }).alternating14;
  expect(flagged(turns)).toEqual([13]);
  expect(flagged(turns.with(6, -0.5))).toEqual([]);
});

test("every reference case is one of the kinds tested here and beside", () => {
  const { cases: known } = JSON.parse(readFileSync(file, "utf8")) as {
    cases: { id: string; kind: string }[];
  };
  expect(known.map((one) => `${one.kind} ${one.id}`)).toEqual([
    ...["xmr-limits nist", "xmr-limits viscosity", "xmr-limits deficit87", "xmr-limits nile28"],
    ...["rules rules-dev", "numeric tq-dev", "numeric mk-dev"],
  ]);
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
  for (const limits of [processLimits, medianLimits]) expect([limits([]), limits([4])]).toEqual([null, null]);
});
