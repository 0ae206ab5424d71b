import { expect, test } from "vitest";
import { daysOf, spansOf } from "../../../../web/screens/me/day-spans.ts";
import { isDiscardWord } from "../../../../web/screens/me/discard-word.ts";

test("days off fold into holidays across a month's end, and unfold again", () => {
  const days = ["2027-01-01", "2026-12-30", "2026-12-31", "2027-01-04"];
  const spans = spansOf(days);
  expect(spans).toEqual([
    { from: "2026-12-30", to: "2027-01-01" },
    { from: "2027-01-04", to: "2027-01-04" },
  ]);
  expect(spans.flatMap(daysOf)).toEqual([...days].sort());
});

test("a span that ends before it begins holds no day, and none holds more than a year", () => {
  expect(daysOf({ from: "2026-12-02", to: "2026-12-01" })).toEqual([]);
  expect(daysOf({ from: "2026-01-01", to: "2999-01-01" })).toHaveLength(366);
});

test("only the whole word discards", () => {
  expect(isDiscardWord(" Discard ")).toBe(true);
  for (const typed of ["", "disc", "yes", "discard it"]) expect(isDiscardWord(typed)).toBe(false);
});
