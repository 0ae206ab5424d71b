import { describe, expect, test } from "vitest";
import { detect, type Preset, watch } from "../../../shared/signals/detect.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { labelledStreams, weekly } from "../../support/anomaly-score.ts";

const streams = labelledStreams();
const value = { cadence: "weekly", scale: "value", goodDirection: "up" } as const;
const calm = { preset: "calm" } as const;
/** A week that scatters by a few around a level, always the same few. */
const noise = [0, 2, -1, 1, -2, 3, -1, 0, 1, -3, 2, -1];
const around = (level: number, weeks: number) =>
  Array.from({ length: weeks }, (_, week) => level + noise[week % noise.length]!);
const told = (values: number[], preset: Preset = "calm") =>
  detect({ ...value, readings: weekly(values) }, { preset }).map(({ on, onset, direction, rule }) => {
    const place = (day: string) => (Date.parse(day) - Date.parse("2025-01-06")) / 604_800_000;
    return `${direction} ${rule} at ${place(on)} since ${place(onset)}`;
  });

describe("online", () => {
  test("what is told on a day is told from what was known that day", () => {
    for (const { points, cadence, unit } of streams.filter((_, index) => index % 30 === 5)) {
      const readings = points.map(({ t, v }) => ({ on: t, value: v }));
      const whole = detect({ readings, cadence, scale: unit, goodDirection: "up" }, calm);
      const until = Math.floor(readings.length * 0.7);
      const part = detect(
        { readings: readings.slice(0, until), cadence, scale: unit, goodDirection: "up" },
        calm,
      );
      const last = readings[until - 1]!.on;
      expect(part).toEqual(whole.filter((one) => one.on <= last));
    }
  });

  test("the order readings come in does not matter, and of one period the last said counts", () => {
    const readings = weekly([...around(100, 20), 160]);
    const first = detect({ ...value, readings }, calm);
    expect(first).toHaveLength(1);
    expect(detect({ ...value, readings: readings.toReversed() }, calm)).toEqual(first);
    const corrected = [...readings, { on: readings.at(-1)!.on, value: 101 }];
    expect(detect({ ...value, readings: corrected }, calm)).toEqual([]);
  });
});

describe("what it tells", () => {
  test("nothing of a series that only scatters", () => {
    expect(told(around(100, 52), "eager")).toEqual([]);
  });

  test("a spike, once, and then goes on as before", () => {
    const values = [...around(100, 20), 140, ...around(100, 12)];
    expect(told(values)).toEqual(["up last-1 at 20 since 20"]);
    const range = watch({ ...value, readings: weekly(values) }, calm).readings.at(-1)!.expected!;
    expect(range.high).toBeLessThan(112);
  });

  test("a step, once, and the new level is the usual one from then on", () => {
    const values = [...around(100, 20), ...around(125, 20)];
    expect(told(values)).toEqual(["up last-1 at 20 since 20"]);
    const { readings } = watch({ ...value, readings: weekly(values) }, calm);
    expect(readings.at(-1)!.state).toBe("usual");
    expect(readings.at(-1)!.expected!.centre).toBeCloseTo(125, 0);
  });

  test("a steady climb is a trend and not a row of alerts, but a setback in it is told", () => {
    const climb = around(100, 30).map((one, week) => one + 3 * week);
    expect(told(climb)).toEqual([]);
    expect(told([...climb, ...around(160, 4)])).toEqual(["down last-1 at 30 since 30"]);
  });

  test("a slow shift, by the mean of its weeks and with the day it began", () => {
    const signals = told([...around(100, 26), ...around(104.5, 12)]);
    expect(signals).toHaveLength(1);
    expect(signals[0]).toMatch(/^up last-[248] at 3\d since (2[6-9]|3\d)$/);
  });

  test("the range in the metric's own unit: never below zero for counts, never above one for ratios", () => {
    const few = detect({ ...value, scale: "count", readings: weekly([...Array(20).fill(1), 14]) }, calm);
    expect(few[0]).toMatchObject({ direction: "up", rule: "last-1" });
    expect(few[0]!.expected.low).toBeGreaterThanOrEqual(0);
    const ratio = weekly(around(95, 24).map((one) => one / 100));
    const { readings } = watch({ ...value, scale: "ratio", readings: ratio }, calm);
    for (const { expected } of readings) if (expected) expect(expected.high).toBeLessThanOrEqual(1);
  });

  test("nothing before there are seven readings, whatever they are", () => {
    const { signals, readings } = watch(
      { ...value, readings: weekly([1, 900, 2, 800, 3, 1e9]) },
      { preset: "eager" },
    );
    expect(signals).toEqual([]);
    expect(readings.map((one) => one.state)).toEqual(Array(6).fill("learning"));
  });

  test("a gap keeps its length: after a quarter without readings a trend is as much further on", () => {
    const climb = around(100, 40).map((one, week) => one + 3 * week);
    const readings = weekly(climb).filter((_, week) => week < 20 || week > 32);
    expect(detect({ ...value, readings }, calm)).toEqual([]);
  });

  test("days of the week are not alerts once they are known", () => {
    const readings = Array.from({ length: 120 }, (_, day) => ({
      on: addDays("2025-01-06", day),
      value: (day % 7 > 4 ? 60 : 100) + noise[day % noise.length]!,
    }));
    const daily = { readings, cadence: "daily", scale: "value", goodDirection: "up" } as const;
    expect(detect(daily, calm)).toEqual([]);
    const bad = readings.map((one, day) => (day === 107 ? { ...one, value: 55 } : one));
    expect(detect({ ...daily, readings: bad }, calm)).toMatchObject([{ direction: "down", rule: "last-1" }]);
  });
});

describe("hostile series", () => {
  test.each([
    ["none", []],
    ["one", [5]],
    ["all the same", Array(60).fill(5)],
    ["all zero", Array(60).fill(0)],
    ["huge", around(1e15, 60)],
    ["tiny", around(0, 60).map((one) => one * 1e-12)],
    ["negative", around(-100, 60)],
    ["growing without end", Array.from({ length: 60 }, (_, week) => 2 ** week)],
  ])("%s: answers, with finite numbers", (_name, values) => {
    for (const scale of ["value", "count", "ratio"] as const) {
      const { signals, readings } = watch({ ...value, scale, readings: weekly(values) }, { preset: "eager" });
      for (const { expected } of [...signals, ...readings])
        for (const one of Object.values(expected ?? {})) expect(Number.isFinite(one)).toBe(true);
      for (const { z } of signals) expect(Number.isFinite(z)).toBe(true);
    }
  });

  test("a series that never moved tells its first move", () => {
    expect(told([...Array(20).fill(5), 6])).toEqual(["up last-1 at 20 since 20"]);
    expect(told([...Array(20).fill(0), 1])).toEqual(["up last-1 at 20 since 20"]);
  });
});
