import { beforeEach, describe, expect, test } from "vitest";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import * as field from "../../../shared/sync/field.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { founded, habit, skips } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const reading = { metricId: habit, on: "2026-09-20", value: 0.2 };
const record = (more: object = {}, who = "stew") =>
  rules.tell(who, "reading.record", { ...reading, ...more });

describe("recording", () => {
  test("stores who read it, under an id made of metric, day, segment and source", async () => {
    expect(await record({ source: "warehouse", note: "Preliminary." })).toBe("applied");
    const id = readingId({ ...reading, source: "warehouse" });
    expect(rules.get("reading", id)).toEqual({
      ...{ ...reading, id, revision: 1, source: "warehouse", note: "Preliminary." },
      recordedBy: idOf("stew"),
    });
  });

  test("the same reading twice is one row, whoever reads it; another value replaces it", async () => {
    await record();
    expect(await record()).toBe("unchanged");
    expect(await record({}, "ada")).toBe("unchanged");
    expect(await record({ value: 0.21 }, "ada")).toBe("applied");
    expect(rules.all("reading")).toMatchObject([{ value: 0.21, recordedBy: idOf("ada") }]);
  });

  test("another day, segment or source is another reading", async () => {
    await record();
    for (const other of [{ on: "2026-09-19" }, { segment: "iOS" }, { source: "warehouse" }])
      expect(await record(other)).toBe("applied");
    expect(rules.all("reading")).toHaveLength(4);
  });

  test("not of tomorrow, where tomorrow has begun neither at the company nor for who reads", async () => {
    expect(await record({ on: "2026-09-22" })).toBe("reading_in_future on");
    expect(await record({ on: "2026-09-21" })).toBe("applied");
    rules.now = "2026-09-21T20:00:00.000Z";
    expect(await record({ on: "2026-09-22" })).toBe("reading_in_future on");
    await rules.must("stew", "member.set-zone", { memberId: idOf("stew"), zone: "Asia/Tokyo" });
    expect(await record({ on: "2026-09-22" })).toBe("applied");
  });

  test("a phone with a slow clock may still bring today's", async () => {
    const moment = { at: "2026-09-01T00:00:00.000Z", receivedAt: "2026-09-21T08:00:00.000Z" };
    expect(await rules.tell("stew", "reading.record", { ...reading, on: "2026-09-21" }, moment)).toBe(
      "applied",
    );
  });

  test("only check-ins bring readings of the source check-in", async () => {
    expect(await record({ source: "check-in" })).toBe("invalid_arguments source");
  });

  test("is the steward's, the squad's PM's and the admin's", async () => {
    for (const who of ["ben", "dora", "olu", "vic", "cleo"]) expect(await record({}, who)).toBe("forbidden");
    for (const who of ["stew", "imani", "ada"]) expect(await record({ source: who }, who)).toBe("applied");
  });

  test("of a metric without a squad, the director may too", async () => {
    expect(await record({ metricId: skips }, "dora")).toBe("applied");
    expect(await record({ metricId: skips }, "imani")).toBe("forbidden");
  });

  test("of a retired or an unknown metric there is none", async () => {
    await rules.must("ada", "metric.retire", { metricId: skips });
    expect(await record({ metricId: skips })).toBe("metric_retired metricId");
    expect(await record({ metricId: idOf("gone") })).toBe("not_found metricId");
  });

  test.each(["2026-02-30", "2026-9-20", "20 Sep 2026", "2026-09-20T00:00:00Z", ""])(
    "'%s' is no day",
    async (on) => {
      expect(await record({ on })).toBe("invalid_arguments on");
    },
  );
});

describe("correcting", () => {
  const id = readingId(reading);
  beforeEach(() => record());
  const correct = (args: object, who = "stew") =>
    rules.tell(who, "reading.correct", { readingId: id, value: 0.2, ...args });

  test("replaces value and note in place and names who corrected", async () => {
    await rules.must("imani", "reading.correct", { readingId: id, value: 0.19, note: "Late events." });
    expect(rules.get("reading", id)).toMatchObject({
      value: 0.19,
      note: "Late events.",
      recordedBy: idOf("imani"),
    });
    expect(await correct({ value: 0.19 })).toBe("unchanged");
    expect(await correct({ value: 0.18 })).toBe("applied");
    expect(rules.get("reading", id).note).toBe("Late events.");
  });

  test("is for who may record; an unknown reading is not found", async () => {
    expect(await correct({ value: 1 }, "ben")).toBe("forbidden");
    expect(await correct({ readingId: "gone/2026-09-20//" })).toBe("not_found readingId");
  });

  test("ends with the metric", async () => {
    await record({ metricId: skips });
    await rules.must("ada", "metric.retire", { metricId: skips });
    expect(await correct({ readingId: readingId({ ...reading, metricId: skips }), value: 1 })).toBe(
      "metric_retired readingId",
    );
  });
});

describe("a reading's id", () => {
  test("keeps apart what slashes could run together", () => {
    const ids = [
      readingId({ ...reading, segment: "a/b", source: "c" }),
      readingId({ ...reading, segment: "a", source: "b/c" }),
      readingId({ ...reading, segment: "a%2Fb", source: "c" }),
      readingId({ ...reading, source: "a/b/c" }),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test("fits the field that carries it, at the longest and widest", () => {
    const widest = readingId({ ...reading, segment: "€".repeat(80), source: "€".repeat(80) });
    expect(field.rowId.safeParse(widest).success).toBe(true);
  });
});

describe("many at once", () => {
  const many = (readings: object[], args: object = {}) =>
    rules.tell("stew", "reading.record-many", { metricId: habit, source: "warehouse", readings, ...args });
  const day = (index: number) => addDays("2026-09-20", -index);

  test("five hundred days are five hundred readings, and the same again is nothing new", async () => {
    const readings = Array.from({ length: 500 }, (_, index) => ({ on: day(index), value: index / 1000 }));
    expect(await many(readings)).toBe("applied");
    expect(rules.all("reading")).toHaveLength(500);
    expect(await many(readings)).toBe("unchanged");
    expect(await many([...readings.slice(1), { on: day(0), value: 0.9 }])).toBe("applied");
    expect(rules.written()).toMatchObject([{ body: { on: day(0), value: 0.9, recordedBy: idOf("stew") } }]);
  });

  test("of two for one day and segment the later in the list counts", async () => {
    const on = day(0);
    await many([
      { on, value: 0.1, segment: "iOS" },
      { on, value: 0.2 },
      { on, value: 0.3, segment: "iOS" },
    ]);
    expect(rules.all("reading").map(({ segment, value }) => [segment, value])).toEqual([
      ["iOS", 0.3],
      [undefined, 0.2],
    ]);
  });

  test("one in the future refuses them all, and is named", async () => {
    const outcome = await many([
      { on: day(0), value: 1 },
      { on: "2030-01-01", value: 1 },
    ]);
    expect(outcome).toBe("reading_in_future readings.1.on");
    expect(rules.all("reading")).toEqual([]);
  });

  test("is one to five hundred, and never what a check-in measured", async () => {
    expect(await many([])).toBe("invalid_arguments readings");
    const one = { on: day(0), value: 1 };
    expect(await many(Array.from({ length: 501 }, () => one))).toBe("invalid_arguments readings");
    expect(await many([one], { source: "check-in" })).toBe("invalid_arguments source");
  });
});
