import { expect, test } from "vitest";
import { type Draft, emptyDraft, keyResultNumbers, rescaled } from "../../../../web/screens/welcome/draft.ts";

let count = 0;
const newId = () => {
  count += 1;
  return `id-${count}`;
};
const span = { name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" };

function withInput(
  changes: Partial<Draft["inputs"][number]>,
  keyResult: Partial<Draft["keyResult"]> = {},
): Draft {
  const draft = emptyDraft(newId, span);
  return {
    ...draft,
    inputs: [{ ...draft.inputs[0]!, ...changes }],
    keyResult: { ...draft.keyResult, ...keyResult },
  };
}

test("today's value of the input is the key result's baseline until another is typed", () => {
  expect(keyResultNumbers(withInput({ now: 40 })).baseline).toBe(40);
  expect(keyResultNumbers(withInput({ now: 40 }, { baseline: 42 })).baseline).toBe(42);
  expect(keyResultNumbers(withInput({ now: 40 }, { measures: false })).baseline).toBeUndefined();
});

test("a number typed before its scale was chosen stays the number the person saw", () => {
  const draft = withInput({ scale: "count", now: 18 }, { target: 26 });
  const percent = rescaled(draft, draft.inputs[0]!.id, "ratio");
  expect(percent.inputs[0]!.now).toBe(0.18);
  expect(percent.keyResult.target).toBe(0.26);
  expect(rescaled(percent, draft.inputs[0]!.id, "value").inputs[0]!.now).toBe(18);
});

test("a key result with a unit of its own is left alone when its metric changes scale", () => {
  const draft = withInput({ scale: "count" }, { measures: false, target: 26 });
  expect(rescaled(draft, draft.inputs[0]!.id, "ratio").keyResult.target).toBe(26);
});
