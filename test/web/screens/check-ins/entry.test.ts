import { expect, test } from "vitest";
import { type Entry, faultsOf, freshEntry, recordOf } from "../../../../web/screens/check-ins/entry.ts";

const id = "01935bd2-0000-7000-8000-000000000001";
const keyResult = { id: "01935bd2-0000-7000-8000-00000000000a", direction: "increase" as const };
const typed = (patch: Partial<Entry>): Entry => ({ ...freshEntry(id, undefined), ...patch });

test("the first check-in asks for the value and how likely it is", () => {
  expect(Object.keys(faultsOf(freshEntry(id, undefined), keyResult))).toEqual(["value", "confidence"]);
  expect(Object.keys(faultsOf(freshEntry(id, undefined), { direction: "milestones" }))).toEqual([
    "confidence",
  ]);
});

test("nought is a value and a confidence", () => {
  expect(faultsOf(typed({ value: 0, confidence: 0 }), keyResult)).toEqual({});
});

test("a blocker is named, a note is at most 500 characters without its margins", () => {
  const said = { value: 1, confidence: 5 };
  expect(faultsOf(typed({ ...said, about: ["blocked"], blocked: "  " }), keyResult)).toHaveProperty(
    "blocked",
  );
  expect(faultsOf(typed({ ...said, note: ` ${"x".repeat(500)} ` }), keyResult)).toEqual({});
  expect(faultsOf(typed({ ...said, note: "x".repeat(501) }), keyResult).note).toBe("1 characters too many.");
});

test("only what was said is recorded", () => {
  expect(recordOf(typed({ value: 0.206, confidence: 6 }), keyResult)).toEqual({
    id,
    keyResultId: keyResult.id,
    value: 0.206,
    confidence: 6,
  });
});

test("a blocker that was written and then unticked is not opened", () => {
  const entry = typed({
    value: 1,
    confidence: 5,
    about: ["moved"],
    blocked: "The licence",
    note: " Cohort B ",
  });
  expect(recordOf(entry, keyResult)).toMatchObject({ about: ["moved"], note: "Cohort B" });
  expect(recordOf(entry, keyResult)).not.toHaveProperty("blocked");
  expect(recordOf({ ...entry, about: ["blocked"] }, keyResult)).toHaveProperty("blocked", "The licence");
});

test("milestones carry ticks and no value", () => {
  const record = recordOf(typed({ value: 3, confidence: 8, done: ["m1"] }), {
    ...keyResult,
    direction: "milestones",
  });
  expect(record).toMatchObject({ done: ["m1"], confidence: 8 });
  expect(record).not.toHaveProperty("value");
});
