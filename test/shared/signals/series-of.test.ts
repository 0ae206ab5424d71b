import { describe, expect, test } from "vitest";
import { isWatched, keyResultSeries, type Marks, metricSeries } from "../../../shared/signals/series-of.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const unit = { label: "", scale: "count", decimals: 0 } as const;
const metric = { id: "m1", unit, cadence: "daily", goodDirection: "down" } as const;
const keyResult = { id: "k1", direction: "decrease", unit, measures: undefined } as const;
const none: Marks = { events: [], anomalies: [] };
let revision = 0;
const reading = (on: string, value: number, more: Partial<RowOf<"reading">> = {}): RowOf<"reading"> => {
  revision += 1;
  return { id: `r${revision}`, revision, metricId: "m1", on, value, ...more };
};
const checkIn = (id: string, at: string, occurrenceOn: string, more: Partial<RowOf<"check-in">>) =>
  ({
    ...{ id, revision: 1, keyResultId: "k1", cycleId: "c", authorId: "a", at, occurrenceOn, confidence: 5 },
    ...more,
  }) satisfies RowOf<"check-in">;

describe("a metric's series", () => {
  test("is its readings in order, of one day the last stored, in the metric's own terms", () => {
    const readings = [reading("2026-03-02", 5), reading("2026-03-01", 4), reading("2026-03-02", 6)];
    expect(metricSeries(metric, readings, none)).toEqual({
      ...{ cadence: "daily", scale: "count", goodDirection: "down" },
      readings: [
        { on: "2026-03-01", value: 4 },
        { on: "2026-03-02", value: 6 },
      ],
    });
  });

  test("keeps slices and the whole apart", () => {
    const readings = [reading("2026-03-01", 9), reading("2026-03-01", 4, { segment: "phone" })];
    expect(metricSeries(metric, readings, none).readings).toEqual([{ on: "2026-03-01", value: 9 }]);
    expect(metricSeries(metric, readings, none, "phone").readings).toEqual([{ on: "2026-03-01", value: 4 }]);
    expect(metricSeries(metric, readings, none, "web").readings).toEqual([]);
  });

  test("begins anew where a launch or a confirmed shift said so, and means something else after a redefinition", () => {
    const rebaseline = {
      as: "explained",
      text: "",
      by: "a",
      at: "2026-03-09T08:00:00Z",
      rebaseline: true,
    } as const;
    const series = { kind: "metric", id: "m1" } as const;
    const marks: Marks = {
      events: [
        { metricId: "m1", on: "2026-03-05", type: "launch", rebaseline: true },
        { metricId: "m1", on: "2026-03-06", type: "launch" },
        { on: "2026-03-07", type: "definition", rebaseline: true },
        { metricId: "m2", on: "2026-03-08", type: "launch", rebaseline: true },
        { on: "2026-12-24", untilOn: "2027-01-02", type: "expected-dip" },
        { metricId: "m1", on: "2026-05-01", type: "expected-dip" },
      ],
      anomalies: [
        { series, onset: "2026-03-02", answer: rebaseline },
        { series, onset: "2026-03-03", answer: { ...rebaseline, rebaseline: false } },
        { series: { ...series, segment: "phone" }, onset: "2026-03-04", answer: rebaseline },
      ],
    };
    expect(metricSeries(metric, [], marks)).toMatchObject({
      restarts: ["2026-03-02", "2026-03-05"],
      redefined: ["2026-03-07"],
      dips: [
        { from: "2026-12-24", to: "2027-01-02" },
        { from: "2026-05-01", to: "2026-05-01" },
      ],
    });
    expect(metricSeries(metric, [], marks, "phone").restarts).toEqual(["2026-03-04", "2026-03-05"]);
    expect(keyResultSeries(keyResult, [], marks)).not.toHaveProperty("restarts");
  });
});

describe("a key result's series", () => {
  test("has one value a due day: amended, retracted and silent check-ins count as what they are", () => {
    const rows = [
      checkIn("a", "2026-03-02T08:00:00Z", "2026-03-02", { value: 1 }),
      checkIn("b", "2026-03-06T08:00:00Z", "2026-03-09", { value: 2 }),
      checkIn("c", "2026-03-07T08:00:00Z", "2026-03-09", { value: 3, amends: "b" }),
      checkIn("d", "2026-03-16T08:00:00Z", "2026-03-16", {}),
      checkIn("e", "2026-03-23T08:00:00Z", "2026-03-23", { value: 5 }),
      checkIn("f", "2026-03-24T08:00:00Z", "2026-03-23", { value: 5, amends: "e", retracted: true }),
    ];
    expect(keyResultSeries(keyResult, rows, none)).toEqual({
      ...{ cadence: "weekly", scale: "count", goodDirection: "down" },
      readings: [
        { on: "2026-03-02", value: 1 },
        { on: "2026-03-09", value: 3 },
      ],
    });
  });

  test("is watched while it runs, has a number, and is not a metric's readings anyway", () => {
    const running = { state: "running" };
    const committed = { state: "committed", direction: "increase", measures: undefined } as const;
    expect(isWatched(committed, running)).toBe(true);
    expect(isWatched(committed, { state: "grading" })).toBe(false);
    expect(isWatched(committed, undefined)).toBe(false);
    expect(isWatched({ ...committed, state: "draft" }, running)).toBe(false);
    expect(isWatched({ ...committed, direction: "milestones" }, running)).toBe(false);
    expect(isWatched({ ...committed, measures: "m1" }, running)).toBe(false);
  });
});
