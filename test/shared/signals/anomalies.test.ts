import { describe, expect, test } from "vitest";
import {
  anomaliesOf,
  anomalyChanges,
  type Finding,
  responsibleFor,
  type WatchedSeries,
} from "../../../shared/signals/anomalies.ts";
import type { Anomaly } from "../../../shared/signals/anomaly.ts";
import { anomalyId } from "../../../shared/signals/anomaly-id.ts";
import { detect } from "../../../shared/signals/detect.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { noiseOf, weeklySeries } from "../../support/series.ts";

const metricId = "018f0000-0000-7000-8000-000000000001";
const name = { kind: "metric", id: metricId } as const;
const noise = noiseOf(4);
const around = (level: number, weeks: number) => Array.from({ length: weeks }, () => level + 2 * noise());
const usual = around(100, 24);
const day = (week: number) => addDays("2025-01-06", 7 * week);
const found = (values: number[], more: Partial<WatchedSeries> = {}, followed = 1) =>
  anomaliesOf({ name, series: weeklySeries(values), ...more }, { followed });

describe("the anomalies a series should have", () => {
  test("name the reading, what was expected, and whether it went the bad way", () => {
    const [one, ...others] = found([...usual, 60], { squadId: "podcasts" });
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      ...{ series: name, squadId: "podcasts", on: day(24), onset: day(24), direction: "down" },
      ...{ rule: "last-1", value: 60, preset: "calm", adverse: true },
    });
    const good = anomaliesOf(
      { name, series: weeklySeries([...usual, 60], { goodDirection: "down" }) },
      { followed: 1 },
    );
    expect(good[0]!.adverse).toBe(false);
  });

  test("of a run say its mean", () => {
    const [one] = found([...usual, ...around(104.5, 10)]);
    expect(one!.rule).toMatch(/^last-[248]$/);
    expect(one!.value).toBeGreaterThan(102);
    expect(one!.value).toBeLessThan(106.5);
  });

  test("are calm only where the calm preset tells the same story, also when it does so later", () => {
    const values = (last: number) => weeklySeries([...usual, last]);
    const isSure = (last: number, preset: "calm" | "standard") => detect(values(last), { preset }).length > 0;
    const edge = Array.from({ length: 400 }, (_, step) => 100 - step / 10).find((one) =>
      isSure(one, "standard"),
    )!;
    expect(isSure(edge, "calm")).toBe(false);
    const [first] = found([...usual, edge]) as [Finding];
    expect(first).toMatchObject({ preset: "standard", on: day(24) });
    const later = found([...usual, edge, edge - 3, edge - 3]);
    expect(later).toMatchObject([{ preset: "calm", onset: first.onset }]);
    expect(later[0]!.on > first.on).toBe(true);
  });

  test("have to be surer where somebody follows more than twenty series", () => {
    const values = (last: number) => [...usual, last];
    const calmAt = (followed: number) =>
      Array.from({ length: 400 }, (_, step) => 100 - step / 10).find(
        (one) => found(values(one), {}, followed)[0]?.preset === "calm",
      )!;
    expect(calmAt(20)).toBe(calmAt(1));
    expect(calmAt(21)).toBeLessThan(calmAt(20));
  });

  test("hold limits and growth against a whole metric, never against a slice of it", () => {
    const grown = Array.from({ length: 60 }, (_, week) => 100 + Math.min(week, 30) + noise());
    const rules = (more: Partial<WatchedSeries>) =>
      new Set(found([...grown, 50], { floor: 90, isStar: true, ...more }).map((one) => one.rule));
    expect(rules({})).toContain("floor");
    expect(rules({})).toContain("stall");
    const slice = rules({ name: { ...name, segment: "phone" } });
    expect([slice.has("floor"), slice.has("stall"), slice.has("last-1")]).toEqual([false, false, true]);
  });
});

describe("what has to change", () => {
  const stored = (finding: Finding, more: Partial<Anomaly> = {}) => ({
    ...finding,
    ...{ id: anomalyId(finding), raisedAt: "2025-07-01T08:00:00.000Z" },
    ...more,
  });
  const [fell] = found([...usual, 60]) as [Finding];
  const answer = { as: "explained", text: "A fair.", by: metricId, at: "2025-07-02T08:00:00.000Z" } as const;

  test("is nothing where the rows are as they should be, and everything where there are none", () => {
    expect(anomalyChanges([fell], [stored(fell)], "weekly")).toEqual({ raise: [], withdraw: [] });
    expect(anomalyChanges([fell], [], "weekly")).toEqual({ raise: [fell], withdraw: [] });
  });

  test("is to withdraw what has lost its ground, once, and never what somebody answered", () => {
    expect(anomalyChanges([], [stored(fell)], "weekly").withdraw).toEqual([anomalyId(fell)]);
    const withdrawn = stored(fell, { withdrawnAt: "2025-07-03T08:00:00.000Z" });
    expect(anomalyChanges([], [withdrawn], "weekly")).toEqual({ raise: [], withdraw: [] });
    expect(anomalyChanges([], [stored(fell, { answer })], "weekly")).toEqual({ raise: [], withdraw: [] });
  });

  test("is to raise again what was withdrawn and has its ground back", () => {
    const withdrawn = stored(fell, { withdrawnAt: "2025-07-03T08:00:00.000Z" });
    expect(anomalyChanges([fell], [withdrawn], "weekly").raise).toEqual([fell]);
  });

  test("keeps one story one row when a correction moves its first day, under its old name", () => {
    const moved = { ...fell, onset: day(25), on: day(25) };
    const { raise, withdraw } = anomalyChanges([moved], [stored(fell)], "weekly");
    expect([raise.map(anomalyId), withdraw]).toEqual([[anomalyId(fell)], []]);
    const settled = anomalyChanges([moved], [stored(raise[0]!)], "weekly");
    expect(settled).toEqual({ raise: [], withdraw: [] });
    expect(anomalyChanges([moved], [stored(fell, { answer })], "weekly")).toEqual({
      raise: [],
      withdraw: [],
    });
  });

  test("keeps a breach one row while it swings, and when a correction takes its first crossing away", () => {
    const swing = (...values: number[]) => found(values, { floor: 90 }).filter((one) => one.rule === "floor");
    const [early] = swing(95, 80, 95, 95, 95) as [Finding];
    const [late] = swing(95, 80, 95, 95, 95, 81, 95, 95, 95, 82) as [Finding];
    expect([early.crossings, late.crossings]).toEqual([undefined, 3]);
    expect(anomalyChanges([late], [stored(early)], "weekly")).toEqual({ raise: [late], withdraw: [] });
    const corrected = swing(95, 95, 95, 95, 95, 95, 95, 95, 95, 82);
    const { raise, withdraw } = anomalyChanges(corrected, [stored(late)], "weekly");
    expect([raise.map(anomalyId), withdraw]).toEqual([[anomalyId(late)], []]);
    const again = swing(95, 80, 95, 95, 95, 95, 95, 82);
    expect(anomalyChanges(again, [stored(early, { answer })], "weekly")).toEqual({
      ...{ raise: [again[1]], withdraw: [] },
    });
  });

  test("tells another story where direction, rule or time are another's", () => {
    for (const other of [
      { ...fell, direction: "up" },
      { ...fell, rule: "floor" },
      { ...fell, onset: day(30), on: day(30) },
    ] as const)
      expect(anomalyChanges([other], [stored(fell)], "weekly")).toEqual({
        raise: [other],
        withdraw: [anomalyId(fell)],
      });
  });
});

test("the squad's PMs answer for a series, else whoever keeps it", () => {
  const squad = (state: string, as: string) => ({ state, members: [{ memberId: "ben", as }] });
  expect(responsibleFor(squad("active", "pm"), "ada")).toEqual(["ben"]);
  expect(responsibleFor(squad("active", "member"), "ada")).toEqual(["ada"]);
  expect(responsibleFor(squad("dismissed", "pm"), "ada")).toEqual(["ada"]);
  expect(responsibleFor(undefined, "ada")).toEqual(["ada"]);
});
