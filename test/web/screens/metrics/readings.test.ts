import { expect, test } from "vitest";
import { addDays } from "../../../../shared/time/local-date.ts";
import { metricRows, segmentsOf, seriesOfSegment } from "../../../../web/screens/metrics/metric-rows.ts";
import {
  freshReading,
  mistakesIn,
  recordArgs,
  sameReading,
  undone,
} from "../../../../web/screens/metrics/reading-form.ts";
import { monthsOf, openAtFirst, whence } from "../../../../web/screens/metrics/reading-words.ts";
import { segmentLines } from "../../../../web/screens/metrics/segment-lines.ts";
import { finishes, habit, running, star } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

const today = "2026-10-05";
async function read(rules: Rules, on: string, value: number, more: object = {}) {
  await rules.must("stew", "reading.record", { metricId: habit, on, value, ...more });
}

test("the form begins with today and the last value of the whole, and the rules take what it gives", async () => {
  const rules = await running();
  await read(rules, "2026-09-28", 0.2);
  await read(rules, "2026-09-30", 0.5, { segment: "iOS" });
  const form = freshReading(rules.all("reading"), today);
  expect(form).toEqual({ value: 0.2, on: today, segment: "", note: "" });
  await rules.must(
    "stew",
    "reading.record",
    recordArgs({ ...form, value: 0.21, segment: " iOS ", note: " new " }, habit)!,
  );
  expect(rules.all("reading").find((one) => one.on === today)).toMatchObject({ segment: "iOS", note: "new" });
});

test("a reading without a number, without a day or of tomorrow is not sent", () => {
  const form = freshReading([], today);
  expect(mistakesIn(form, today)).toHaveProperty("value");
  expect(recordArgs(form, habit)).toBeUndefined();
  expect(mistakesIn({ ...form, value: 0, on: "" }, today)).toEqual({ on: "Say the day it is of." });
  expect(mistakesIn({ ...form, value: 0, on: "2026-10-06" }, today)).toEqual({
    on: "That day has not come yet.",
  });
  expect(mistakesIn({ ...form, value: 0 }, today)).toEqual({});
});

test("a reading already there for that day and segment is pointed out, one from another source is not", async () => {
  const rules = await running();
  await read(rules, today, 0.2);
  await read(rules, "2026-09-28", 0.3, { source: "warehouse" });
  const form = freshReading(rules.all("reading"), today);
  expect(sameReading(form, rules.all("reading"))?.value).toBe(0.2);
  expect(sameReading({ ...form, segment: "iOS" }, rules.all("reading"))).toBeUndefined();
  expect(sameReading({ ...form, on: "2026-09-28" }, rules.all("reading"))).toBeUndefined();
});

test("each segment has a line of its own, and the whole has none of theirs", async () => {
  const rules = await running();
  await read(rules, "2026-09-21", 0.2);
  await read(rules, "2026-09-21", 0.4, { segment: "iOS" });
  await read(rules, "2026-09-28", 0.5, { segment: "iOS" });
  await read(rules, "2026-09-28", 0.1, { segment: "Android" });
  const readings = rules.all("reading");
  expect(segmentsOf(readings)).toEqual(["Android", "iOS"]);
  expect(seriesOfSegment(readings, "iOS").map((one) => one.value)).toEqual([0.4, 0.5]);
  expect(seriesOfSegment(readings, "Android").map((one) => one.value)).toEqual([0.1]);
  expect(seriesOfSegment(readings, "").map((one) => one.value)).toEqual([0.2]);
});

test("a metric's page knows who moves it in the running cycle, and whether a North Star waits to be proposed", async () => {
  const rules = await running();
  const rows = await metricRows(readerOf(rules), habit);
  expect(rows?.moves.map((one) => one.ownerId)).toEqual([idOf("ben")]);
  expect(rows?.measures).toEqual([]);
  expect((await metricRows(readerOf(rules), star))?.isProposable).toBe(false);
  expect(await metricRows(readerOf(rules), idOf("nothing"))).toBeNull();
});

test("years of daily readings are a list of months, the latest first, with only the first of them open", async () => {
  const rules = await running();
  const days = Array.from({ length: 500 }, (_, i) => ({ on: addDays("2026-10-05", -i), value: i }));
  await rules.must("stew", "reading.record-many", { metricId: habit, source: "warehouse", readings: days });
  const months = monthsOf(rules.all("reading"), "");
  expect(months.map((one) => one.month).slice(0, 3)).toEqual(["2026-10", "2026-09", "2026-08"]);
  expect(months.reduce((sum, one) => sum + one.readings.length, 0)).toBe(500);
  expect(months[0]!.readings.map((one) => one.on)[0]).toBe("2026-10-05");
  expect(openAtFirst(months, 6)).toEqual(["2026-10", "2026-09"]);
  expect(openAtFirst([], 6)).toEqual([]);
  expect(monthsOf(rules.all("reading"), "iOS")).toEqual([]);
});

test("undo brings back the value and the note that a save took the place of", async () => {
  const rules = await running();
  await read(rules, today, 0.2, { note: "as counted" });
  const before = rules.all("reading")[0]!;
  const args = recordArgs({ value: 0.9, on: today, segment: "", note: "typo" }, habit)!;
  await rules.must("stew", "reading.record", args);
  await rules.must("stew", "reading.record", undone(args, before));
  expect(rules.all("reading")).toHaveLength(1);
  expect(rules.all("reading")[0]).toMatchObject({ value: 0.2, note: "as counted" });
});

test("a reading says where it comes from, who recorded it and why", async () => {
  const rules = await running();
  await read(rules, today, 0.2, { source: "warehouse", note: "late" });
  expect(whence(rules.all("reading")[0]!, rules.all("member"))).toBe("warehouse · Stew · “late”");
});

test("a metric's page names its counterweights and everything that leans on it", async () => {
  const rules = await running();
  const rows = (await metricRows(readerOf(rules), star))!;
  expect(rows.leaning.northStars).toHaveLength(1);
  expect(rows.leaning.below.map((one) => one.id)).toEqual([habit]);
  expect((await metricRows(readerOf(rules), habit))!.leaning.keyResults.map((one) => one.id)).toEqual([
    finishes,
  ]);
  expect(rows.counterweights).toEqual([]);
  expect(rows.cycles.map((one) => one.name)).toEqual(["Q4 2026"]);
});

test("every segment has a line, the four read most are shown first, and an old one says that it is", async () => {
  const rules = await running();
  const many = Array.from({ length: 300 }, (_, i) => ({ on: "2026-10-01", value: i, segment: `S${i}` }));
  await rules.must("stew", "reading.record-many", { metricId: habit, source: "warehouse", readings: many });
  for (const segment of ["S7", "S250", "再生 🎧", "S9"]) {
    await read(rules, "2026-10-04", 0.5, { segment });
    await read(rules, "2026-10-05", 0.6, { segment });
  }
  await read(rules, "2025-01-01", 0.1, { segment: "Old" });
  const { lines, first } = segmentLines(
    rules.get("metric", habit),
    rules.all("reading"),
    "2026-07-06",
    today,
  );
  expect(lines).toHaveLength(302);
  expect([...first].sort()).toEqual(["S250", "S7", "S9", "再生 🎧"]);
  expect(lines.find((one) => one.name === "Old")).toMatchObject({ points: [], lastWord: "–" });
  expect(lines.find((one) => one.name === "S7")?.label).toBe("S7: 3 readings since 1 Oct, the last 60.0%");
  expect(segmentLines(rules.get("metric", habit), [], "2026-07-06", today).lines).toEqual([]);
});
