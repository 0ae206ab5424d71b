import { expect, test } from "vitest";
import { blankMark, markArgs, markMistakes } from "../../../../web/screens/metrics/mark-form.ts";

const form = { ...blankMark("2026-11-21"), text: "  Voice search  " };

test("a mark says what it is and when, and a dip does not end before it begins", () => {
  expect(markMistakes(form)).toEqual({});
  expect(Object.keys(markMistakes({ ...form, text: "   ", on: "" }))).toEqual(["text", "on"]);
  expect(markMistakes({ ...form, type: "expected-dip", untilOn: "2026-11-20" })).toHaveProperty("untilOn");
  expect(markMistakes({ ...form, type: "launch", untilOn: "2026-11-20" })).toEqual({});
});

test("only what holds for its type is sent: no end of a launch, no new beginning of a dip", () => {
  const typed = { ...form, untilOn: "2026-11-30", rebaseline: true };
  expect(markArgs("one", "habit", typed)).toEqual({
    ...{ id: "one", metricId: "habit", type: "launch", on: "2026-11-21", text: "Voice search" },
    rebaseline: true,
  });
  expect(markArgs("one", "habit", { ...typed, type: "expected-dip", everywhere: true })).toEqual({
    ...{ id: "one", type: "expected-dip", on: "2026-11-21", untilOn: "2026-11-30", text: "Voice search" },
  });
});
