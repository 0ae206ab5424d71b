import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forecast, type Point, priorFrom, stretchOf } from "../../../shared/okrs/forecast.ts";
import { forecastScores } from "../../support/forecast-scores.ts";

interface Case {
  name: string;
  readings: [number, number][];
  endWeek: number;
  target: number;
  direction: "up" | "down";
  prior: number;
  expected: Record<"mean" | "sd" | "df" | "low80" | "high80" | "pRaw" | "pShrunk", number>;
}
const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8"));
const cases = data("forecast-examples.json").cases as Case[];

describe.each(cases)(
  "the worked example $name",
  ({ readings, endWeek, target, direction, prior, expected }) => {
    const points = readings.map(([week, value]) => ({ week, value }));
    const found = forecast(points, { target, goodDirection: direction, endWeek, prior })!;
    test.each([
      ["mean", found.mean, expected.mean],
      ["sd", found.sd, expected.sd],
      ["df", found.df, expected.df],
      ["low", found.low, expected.low80],
      ["high", found.high, expected.high80],
      ["raw", found.raw, expected.pRaw],
      ["probability", found.probability, expected.pShrunk],
    ])("comes out to 8 decimals: %s", (_, value, wanted) => {
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(5.1e-9);
    });
  },
);

test("on the developer quarters the chances and intervals are as good as they claim", () => {
  const scores = forecastScores();
  console.info(
    scores
      .map(
        ({ week, brier, coverage }) =>
          `week ${week}: Brier ${brier.toFixed(3)}, coverage ${coverage.toFixed(3)}`,
      )
      .join("\n"),
  );
  expect(scores.map(({ week, brier }) => [week, brier.toFixed(3)])).toEqual([
    [4, "0.198"],
    [7, "0.155"],
    [10, "0.079"],
  ]);
  expect(scores.map(({ coverage }) => coverage.toFixed(2))).toEqual(["0.79", "0.83", "0.87"]);
});

const weekly = (...values: number[]): Point[] => values.map((value, week) => ({ week, value }));
const up = { target: 20, goodDirection: "up", endWeek: 13 } as const;

describe("a forecast", () => {
  test("says nothing under four points", () => {
    expect(forecast([], up)).toBeNull();
    expect(forecast(weekly(1, 2, 3), up)).toBeNull();
    expect(forecast(weekly(1, 2, 3, 4), up)).not.toBeNull();
  });

  test("counts two points of one week once, the later one, and asks for no order", () => {
    const points = weekly(10, 12, 13, 15, 18);
    const again = [...points].reverse();
    expect(forecast([{ week: 2, value: 99 }, ...again], up)).toEqual(forecast(points, up));
    expect(forecast([...weekly(1, 2, 3), { week: 2, value: 4 }], up)).toBeNull();
  });

  test("leaves out what is no number", () => {
    const points = [...weekly(10, 12, 13, 15), { week: 4, value: Number.NaN }];
    expect(forecast(points, up)).toEqual(forecast(weekly(10, 12, 13, 15), up));
  });

  test("keeps the length of a gap", () => {
    const gapped = [0, 1, 2, 6, 7].map((week) => ({ week, value: week * 2 }));
    expect(forecast(gapped, up)).toMatchObject({ mean: 26, sd: 0, weeks: 7 });
  });

  test("takes a wide gap for less noise than the same jump in one week", () => {
    const points = [0, 1, 3, 4].map((week, index) => ({ week, value: [0, 2, 3, 7][index]! }));
    // drift 1.75; squares 0.0625, 6.25 / 2 and 5.0625; left 2 of a span of 4.
    const sd = Math.sqrt(((0.0625 + 3.125 + 5.0625) / 2) * 3);
    expect(forecast(points, { ...up, endWeek: 6 })!.sd).toBeCloseTo(sd, 12);
  });

  test("of a straight line is sure, but the prior pulls", () => {
    const found = forecast(weekly(1, 2, 3, 4, 5), { ...up, target: 14, prior: 0.5 })!;
    expect(found).toMatchObject({ mean: 14, raw: 1, probability: 0.9, low: 14, high: 14 });
    expect(forecast(weekly(1, 2, 3, 4, 5), { ...up, target: 14.01 })).toMatchObject({ raw: 0 });
  });

  test("toward a falling target is the mirror of a rising one", () => {
    const rising = forecast(weekly(10, 12, 13, 15, 18), { ...up, target: 30 })!;
    const falling = forecast(weekly(-10, -12, -13, -15, -18), {
      target: -30,
      goodDirection: "down",
      endWeek: 13,
    })!;
    expect(falling.probability).toBeCloseTo(rising.probability, 14);
    expect(falling.low).toBeCloseTo(-rising.high, 12);
  });

  test("after the last week asks only whether the target is met", () => {
    const points = weekly(10, 12, 11, 13, 15);
    expect(forecast(points, { ...up, target: 15, endWeek: 3 })).toMatchObject({ raw: 1, mean: 15, sd: 0 });
    expect(forecast(points, { ...up, target: 15.1, endWeek: 4 })).toMatchObject({ raw: 0 });
  });

  test("of a ratio stays between nothing and everything, of a count above nothing", () => {
    const ratio = forecast(weekly(0.9, 0.95, 0.97, 0.96, 0.98), { ...up, target: 0.99, scale: "ratio" })!;
    expect(ratio.high).toBeLessThan(1);
    expect(ratio.low).toBeGreaterThan(0);
    const whole = forecast(weekly(1, 0, 1, 1, 1), { ...up, target: 1, scale: "ratio" })!;
    expect(Number.isFinite(whole.probability)).toBe(true);
    const count = forecast(weekly(9, 7, 6, 3), { ...up, target: 0, goodDirection: "down", scale: "count" })!;
    expect(count.low).toBe(0);
    expect(count.mean).toBe(0);
  });
});

test("a past of few key results says little about the next", () => {
  expect(priorFrom(0, 0)).toBe(0.4);
  expect(priorFrom(10, 10)).toBe(0.8);
});

test("good enough of a stretch is seven tenths of the way, in either direction", () => {
  expect(stretchOf(10, 20)).toBe(17);
  expect(stretchOf(20, 10)).toBe(13);
});
