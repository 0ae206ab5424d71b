import { beforeEach, describe, expect, test } from "vitest";
import { figureOf } from "../../../shared/reviews/figure.ts";
import { pastReport } from "../../../shared/reviews/report.ts";
import { reportMarkdown } from "../../../shared/reviews/report-markdown.ts";
import { reportText } from "../../../shared/reviews/report-words.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { rowsUntil } from "../../../shared/reviews/rows-until.ts";
import { finishes, northStar, q4, running, star } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const rows = (): ReviewRows => ({ ...rowsOf(rules), events: rules.all("event") });
const at = (day: string) => ({ at: `${day}T09:00:00.000Z`, receivedAt: `${day}T09:00:00.000Z` });
const said = (day: string, value: number, more: object = {}) =>
  rules.must(
    "ben",
    "check-in.record",
    { id: idOf(`said ${day}`), keyResultId: finishes, value, confidence: 6, ...more },
    at(day),
  );
const read = (on: string, value: number) =>
  rules.must("ada", "reading.record", { metricId: star, on, value, source: "by hand" }, at(on));
const keyResult = { kind: "key-result", id: finishes } as const;
const figure = (subject: Parameters<typeof figureOf>[0], day: string, of = rows()) =>
  figureOf(subject, day, rules.get("cycle", q4), of);

describe("a report of a past day", () => {
  test("says on every way it leaves which day it tells", async () => {
    await said("2026-10-12", 0.2);
    const report = pastReport(q4, "2026-10-14", rows())!;
    const text = reportText(report, rows(), "en");
    expect(text.detail).toMatch(/^Week 2 of 13, .* As it stood on 14 Oct 2026, by what was known then\.$/);
    expect(reportMarkdown(text)).toContain("As it stood on 14 Oct 2026, by what was known then.");
  });

  test("of a day after its cycle says both that it ended and what was known by when", () => {
    const { on, asOf } = pastReport(q4, "2027-01-20", rows())!;
    expect([on, asOf]).toEqual([rules.get("cycle", q4).endsOn, "2027-01-20"]);
    expect(pastReport("nothing", "2027-01-20", rows())).toBeUndefined();
  });
});

describe("what a phone knows of a past day", () => {
  test("leaves out what was said, read, blocked and graded after it", async () => {
    await said("2026-10-12", 0.2, { blocked: "The licence is missing" });
    await read("2026-10-11", 250);
    const before = rowsUntil("2026-10-14", rows());
    await said("2026-10-19", 0.24);
    await read("2026-10-18", 260);
    const [blocker] = rules.all("blocker");
    const solved = { blockerId: blocker!.id, resolution: "Signed" };
    await rules.must("ben", "blocker.resolve", solved, at("2026-10-20"));
    await rules.must("ada", "cycle.grade", { cycleId: q4 }, at("2027-01-02"));
    await rules.must("ada", "key-result.grade", { keyResultId: finishes }, at("2027-01-02"));
    const after = rowsUntil("2026-10-14", rows());
    const of = (one: ReviewRows) => [
      one.checkInsOn(finishes).map(({ value }) => value),
      one.readingsOf(star).map(({ value }) => value),
      one.blockersOn(finishes).map(({ resolvedAt }) => resolvedAt),
      one.keyResults.map(({ state, grade }) => [state, grade]),
    ];
    expect(of(after)).toEqual(of(before));
    expect(of(after)).toEqual([[0.2], [250], [undefined], [["committed", undefined]]]);
    const whole = rowsUntil("2027-01-02", rows());
    expect(of(whole)).toEqual(of(rows()));
  });

  test("counts days as the workspace's zone does", async () => {
    await rules.must(
      "ben",
      "check-in.record",
      { id: idOf("late"), keyResultId: finishes, value: 0.2, confidence: 6 },
      { at: "2026-10-12T22:30:00.000Z", receivedAt: "2026-10-12T22:30:00.000Z" },
    );
    expect(rules.get("workspace", idOf("workspace")).zone).toBe("Europe/Berlin");
    expect(rowsUntil("2026-10-12", rows()).checkInsOn(finishes)).toEqual([]);
    expect(rowsUntil("2026-10-13", rows()).checkInsOn(finishes)).toHaveLength(1);
  });
});

describe("the figure beside what a held review decided", () => {
  test("is the value and the state of that day, then the grade", async () => {
    await said("2026-10-12", 0.2);
    expect(figure(keyResult, "2026-11-02")).toEqual({
      words: "20.0% of 26.0%",
      mark: { as: "stale", word: "stale" },
    });
    await rules.must("ada", "cycle.grade", { cycleId: q4 }, at("2027-01-02"));
    await rules.must("ada", "key-result.grade", { keyResultId: finishes }, at("2027-01-02"));
    expect(figure(keyResult, "2027-01-05")?.mark).toMatchObject({ as: "bad", word: "graded 0.25" });
  });

  test("of a metric and of the North Star is the reading of that day", async () => {
    await read("2026-10-11", 250);
    await read("2026-10-18", 260);
    const told = { words: "250 min / week", mark: { as: "quiet", word: "too few readings to judge" } };
    expect(figure({ kind: "metric", id: star }, "2026-10-14")).toEqual(told);
    expect(figure({ kind: "north-star", id: northStar }, "2026-10-14")).toEqual(told);
  });

  test("is missing where there was no value, and of what has none or is gone", () => {
    expect(figure(keyResult, "2026-10-06")).toMatchObject({ words: "" });
    for (const subject of [
      { kind: "topic", id: "What else?" },
      { kind: "metric", id: idOf("gone") },
      { kind: "north-star", id: idOf("gone") },
      { kind: "key-result", id: idOf("gone") },
      { kind: "member", id: idOf("ben") },
    ] as const)
      expect(figure(subject, "2026-10-06")).toBeUndefined();
  });
});
