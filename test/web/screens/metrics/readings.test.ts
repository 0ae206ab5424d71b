import { expect, test } from "vitest";
import { metricRows, segmentsOf, seriesOfSegment } from "../../../../web/screens/metrics/metric-rows.ts";
import {
  freshReading,
  mistakesIn,
  recordArgs,
  sameReading,
} from "../../../../web/screens/metrics/reading-form.ts";
import { habit, running, star } from "../../../support/cast.ts";
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
