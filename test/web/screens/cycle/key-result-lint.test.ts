import { expect, test } from "vitest";
import { blankKeyResult, type KeyResultForm } from "../../../../web/screens/cycle/key-result-form.ts";
import { keyResultLint } from "../../../../web/screens/cycle/key-result-lint.ts";
import { keyResultPlace, type Place } from "../../../../web/screens/cycle/key-result-place.ts";
import { finishes, habit, keyResult, planned, q4, running } from "../../../support/cast.ts";
import { ask, readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

const typed = (patch: Partial<KeyResultForm>): KeyResultForm => ({
  ...blankKeyResult(idOf("ben")),
  title: "Listeners who finish an episode, 18% to 26%",
  ...patch,
});
const placeOf = (rules: Rules, objectiveId: string = keyResult.objectiveId) =>
  ask(() => keyResultPlace(readerOf(rules), idOf("imani"), objectiveId));
const rulesIn = (form: KeyResultForm, place: Place) => keyResultLint(form, place).map((one) => one.rule);

async function withReadings(rules: Rules, values: readonly number[]) {
  for (const [week, value] of values.entries()) {
    const on = new Date(Date.UTC(2026, 6, 6 + 7 * week)).toISOString().slice(0, 10);
    await rules.must("stew", "reading.record", { metricId: habit, on, value, source: "by hand" });
  }
}

test("words are judged as they are typed, and an empty title is not judged yet", async () => {
  const place = await placeOf(await planned());
  expect(rulesIn(typed({ title: "Launch the new player" }), place)).toContain("output");
  expect(rulesIn(typed({ title: "  " }), place)).toEqual([]);
  expect(rulesIn(typed({ target: 0.26 }), place)).toEqual([]);
});

test("a target is held against the readings of the metric it measures", async () => {
  const rules = await planned();
  const climbing = [10, 12, 13, 15, 16, 18, 19, 21, 22, 24].map((value) => value / 100);
  await withReadings(rules, climbing);
  const place = await placeOf(rules);
  const measured = { measures: habit, baseline: 0.24 };
  expect(rulesIn(typed({ ...measured, target: 0.25 }), place)).toContain("likely-anyway");
  expect(rulesIn(typed({ ...measured, target: 0.99 }), place)).toContain("nothing-like-this");
  expect(rulesIn(typed({ target: 0.25, baseline: 0.24 }), place)).toEqual([]);
});

test("readings of the cycle that runs are its progress, and no history to be held against its target", async () => {
  const rules = await planned();
  rules.now = "2027-01-10T08:00:00.000Z";
  const climbing = Array.from({ length: 22 }, (_, week) => (10 + week) / 100);
  await withReadings(rules, climbing);
  const measured = typed({ measures: habit, baseline: 0.2, target: 0.25 });
  expect(rulesIn(measured, await placeOf(rules))).toContain("likely-anyway");
  await rules.must("ada", "cycle.commit", { cycleId: q4 });
  const unheard = typed({ measures: habit, baseline: 0.2, target: 0.31 });
  const before = rulesIn(unheard, await placeOf(rules));
  await rules.must("stew", "reading.record", {
    metricId: habit,
    on: "2026-12-30",
    value: 0.9,
    source: "by hand",
  });
  expect(rulesIn(unheard, await placeOf(rules))).toEqual(before);
});

test("one of the same title in the cycle before is its history; others are not", async () => {
  const rules = await running();
  for (const [week, value] of [18, 19, 18, 20, 19, 18, 19, 20, 19].entries()) {
    const at = new Date(Date.UTC(2026, 9, 5 + 7 * week, 8)).toISOString();
    const said = { id: idOf(`week ${week}`), keyResultId: finishes, value: value / 100, confidence: 5 };
    await rules.must("ben", "check-in.record", said, { at, receivedAt: at });
  }
  const q1 = idOf("cycle Q1");
  await rules.must("ada", "cycle.open", {
    ...{ id: q1, name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" },
  });
  await rules.must("dora", "objective.draft", { id: idOf("next"), cycleId: q1, title: "Go further" });
  const place = await placeOf(rules, idOf("next"));
  const again = typed({ title: keyResult.title.toUpperCase(), baseline: 0.19, target: 0.9 });
  expect(rulesIn(again, place)).toContain("nothing-like-this");
  expect(rulesIn({ ...again, title: "Shows finished by new listeners" }, place)).not.toContain(
    "nothing-like-this",
  );
});
