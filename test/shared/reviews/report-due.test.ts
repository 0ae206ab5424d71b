import { expect, test } from "vitest";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { reportsDue } from "../../../shared/reviews/report-due.ts";

const days = (...about: Parameters<typeof reportsDue>) =>
  reportsDue(...about).map((one) => [one.occurrenceOn, one.on]);

test("a weekly report comes the working day after the metric check, which is the third after check-ins were due", () => {
  expect(days("weekly", defaultRhythm, "2026-03-09", "2026-03-22")).toEqual([
    ["2026-03-09", "2026-03-12"],
    ["2026-03-16", "2026-03-19"],
  ]);
  const dueOnThursday = { ...defaultRhythm, dueDay: 4 };
  expect(days("weekly", dueOnThursday, "2026-03-15", "2026-03-21")).toEqual([["2026-03-12", "2026-03-17"]]);
});

test("a monthly report comes on the fifth working day, also where that is late in the month or in the next", () => {
  expect(days("monthly", defaultRhythm, "2026-03-01", "2026-05-31")).toEqual([
    ["2026-03", "2026-03-06"],
    ["2026-04", "2026-04-07"],
    ["2026-05", "2026-05-07"],
  ]);
  const fridays = { ...defaultRhythm, workdays: [5] };
  expect(days("monthly", fridays, "2026-03-01", "2026-04-03")).toEqual([
    ["2026-02", "2026-03-06"],
    ["2026-03", "2026-04-03"],
  ]);
});

test("each is named once, however its span is cut, and is of no use once the next is near", () => {
  const year = reportsDue("weekly", defaultRhythm, "2026-01-01", "2026-12-31");
  expect(new Set(year.map((one) => one.occurrenceOn)).size).toBe(year.length);
  const halves = ["2026-01-01 2026-06-30", "2026-07-01 2026-12-31"].flatMap((span) => {
    const [from = "", to = ""] = span.split(" ");
    return reportsDue("weekly", defaultRhythm, from, to);
  });
  expect(halves).toEqual(year);
  for (const { on, untilOn } of year) expect(Date.parse(untilOn) - Date.parse(on)).toBe(5 * 86_400_000);
});
