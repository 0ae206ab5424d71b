import { describe, expect, test } from "vitest";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { idOf } from "../../support/rules.ts";

type Row = RowOf<"reading">;
let count = 0;
const reading = (on: string, value: number, more: Partial<Row> = {}): Row => {
  count += 1;
  return { id: `reading ${count}`, revision: count, metricId: idOf("m"), on, value, ...more };
};
const minutes = {
  goodDirection: "up",
  unit: { label: "min", scale: "value", decimals: 0 },
} as const;

describe("a metric's series", () => {
  test("is by day, whatever order it arrives in, without segments", () => {
    const rows = [
      reading("2026-10-12", 2),
      reading("2026-10-05", 1),
      reading("2026-10-12", 9, { segment: "iOS" }),
    ];
    expect(seriesOf(rows).map((one) => one.value)).toEqual([1, 2]);
  });

  test("has one value a day: the one stored last, and what is not yet on the server is the last of all", () => {
    const first = reading("2026-10-05", 1, { revision: 7 });
    const later = reading("2026-10-05", 2, { revision: 8, source: "warehouse" });
    const pending = reading("2026-10-05", 3, { revision: 0, source: "hand" });
    expect(seriesOf([later, first]).map((one) => one.value)).toEqual([2]);
    expect(seriesOf([pending, later, first]).map((one) => one.value)).toEqual([3]);
    expect(seriesOf([first, later, pending]).map((one) => one.value)).toEqual([3]);
  });
});

describe("the trend", () => {
  test("compares the last reading with the one before", () => {
    const rows = [reading("2026-09-28", 100), reading("2026-10-05", 240), reading("2026-10-12", 252)];
    expect(trend(minutes, rows)).toEqual({
      ...{ value: 252, on: "2026-10-12" },
      before: { value: 240, on: "2026-10-05", delta: 12, share: 0.05, towards: "up", good: true },
    });
  });

  test("down is good where down is the good direction", () => {
    const rows = [reading("2026-10-05", 240), reading("2026-10-12", 228)];
    expect(trend(minutes, rows)?.before).toMatchObject({ delta: -12, towards: "down", good: false });
    const falling = { ...minutes, goodDirection: "down" } as const;
    expect(trend(falling, rows)?.before).toMatchObject({ towards: "down", good: true });
  });

  test("too small to show is flat, and neither good nor bad", () => {
    const rows = [reading("2026-10-05", 240), reading("2026-10-12", 240.4)];
    expect(trend(minutes, rows)?.before?.towards).toBe("flat");
    expect(trend(minutes, rows)?.before).not.toHaveProperty("good");
  });

  test("of a ratio is judged in percent: a tenth of a point shows with one decimal", () => {
    const ratio = { goodDirection: "up", unit: { label: "", scale: "ratio", decimals: 1 } } as const;
    const moved = (to: number) => trend(ratio, [reading("2026-10-05", 0.2), reading("2026-10-12", to)]);
    expect(moved(0.201)?.before).toMatchObject({ delta: 0.001, towards: "up" });
    expect(moved(0.2004)?.before?.towards).toBe("flat");
  });

  test("a share of nothing is left unsaid, and that of a negative keeps its sign", () => {
    expect(trend(minutes, [reading("2026-10-05", 0), reading("2026-10-12", 5)])?.before).not.toHaveProperty(
      "share",
    );
    expect(trend(minutes, [reading("2026-10-05", -10), reading("2026-10-12", -5)])?.before?.share).toBe(0.5);
  });

  test("needs two readings to compare, and one to stand", () => {
    expect(trend(minutes, [reading("2026-10-12", 252)])).toEqual({ value: 252, on: "2026-10-12" });
    expect(trend(minutes, [])).toBeNull();
  });
});

describe("how a metric stands", () => {
  const weekly = { cadence: "weekly" } as const;
  const rows = [reading("2026-10-05", 0.5), reading("2026-10-12", 0.3)];

  test("is kept or breached by its last reading only, the limits themselves included", () => {
    const guard = (limits: object) => metricStanding({ ...weekly, ...limits }, rows, "2026-10-13").guard;
    expect(guard({ ceiling: 0.3 })).toBe("kept");
    expect(guard({ ceiling: 0.29 })).toBe("breached");
    expect(guard({ floor: 0.3 })).toBe("kept");
    expect(guard({ floor: 0.31, ceiling: 0.9 })).toBe("breached");
    expect(guard({})).toBeUndefined();
  });

  test("is old after its own freshDays, or those of its cadence", () => {
    const on = (metric: Parameters<typeof metricStanding>[0], day: string) =>
      metricStanding(metric, rows, day);
    expect(on({ ...weekly, freshDays: 3 }, "2026-10-15")).toMatchObject({ old: false, ageDays: 3 });
    expect(on({ ...weekly, freshDays: 3 }, "2026-10-16")).toMatchObject({ old: true, ageDays: 4 });
    expect([on(weekly, "2026-10-22").old, on(weekly, "2026-10-23").old]).toEqual([false, true]);
    const daily = { cadence: "daily" } as const;
    expect([on(daily, "2026-10-14").old, on(daily, "2026-10-15").old]).toEqual([false, true]);
    const monthly = { cadence: "monthly" } as const;
    expect([on(monthly, "2026-11-26").old, on(monthly, "2026-11-27").old]).toEqual([false, true]);
  });

  test("without a reading is old, and its guardrail is neither kept nor breached", () => {
    expect(metricStanding({ ...weekly, floor: 1 }, [], "2026-10-13")).toEqual({ old: true });
  });

  test("a reading of tomorrow is not younger than today", () => {
    expect(metricStanding(weekly, rows, "2026-10-10").ageDays).toBe(0);
  });
});
