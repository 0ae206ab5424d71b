import { expect, test } from "vitest";
import { type Draft, emptyDraft } from "../../../../web/screens/welcome/draft.ts";
import { findingsOf } from "../../../../web/screens/welcome/findings.ts";
import type { Held } from "../../../../web/screens/welcome/from-rows.ts";
import type { Known } from "../../../../web/screens/welcome/intents.ts";
import { stepToShow } from "../../../../web/screens/welcome/steps.ts";

let count = 0;
const newId = () => {
  count += 1;
  return `id-${count}`;
};
const draft = emptyDraft(newId, { name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" });
const known = (ids: string[], phase?: Known["phase"]): Known => ({
  has: (_kind, id) => ids.includes(id),
  keys: new Set(),
  phase,
});
const star = [draft.star.id, draft.northStarId];
const input = [...star, draft.inputs[0]!.id];

test("nobody gets past a step that is not saved, whatever address they open", () => {
  expect(stepToShow("people", draft, known([]))).toBe("star");
  expect(stepToShow("cycle", draft, known(star))).toBe("inputs");
  expect(stepToShow("people", draft, known(input, "planning"))).toBe("cycle");
  expect(stepToShow("people", draft, known(input, "running"))).toBe("people");
});

test("every earlier step can be opened again, and no address leads to where one stopped", () => {
  expect(stepToShow("workspace", draft, known(input, "running"))).toBe("workspace");
  expect(stepToShow("star", draft, known(input))).toBe("star");
  expect(stepToShow(null, draft, known(input))).toBe("cycle");
  expect(stepToShow("tide", draft, known(star))).toBe("inputs");
});

/** Ada's workspace with a proposed North Star and one input below it. */
const ada = { id: "ada", revision: 1, name: "Ada", role: "admin", state: "active" };
const metric = {
  revision: 1,
  definition: "",
  unit: {},
  goodDirection: "up",
  stewardId: "ada",
  state: "active",
};
const rows = {
  members: [ada],
  metrics: [
    { ...metric, id: draft.star.id, kind: "north-star", name: "Listening" },
    { ...metric, id: draft.inputs[0]!.id, kind: "input", parentId: draft.star.id, name: "Habit" },
  ],
  northStars: [
    { id: draft.northStarId, revision: 1, metricId: draft.star.id, state: "proposed", signatures: [] },
  ],
  cycles: [],
  objectives: [],
  keyResults: [],
} as unknown as Held;
const answered: Draft = {
  ...draft,
  inputs: [{ ...draft.inputs[0]!, name: "Habit" }],
  objective: { ...draft.objective, title: "Be the daily companion" },
  keyResult: { ...draft.keyResult, because: "a habit adds listening time", baseline: 18, target: 26 },
};
const fields = (changed: Partial<Draft["keyResult"]>) =>
  findingsOf({ ...answered, keyResult: { ...answered.keyResult, ...changed } }, rows, "ada").map(
    (one) => one.field,
  );

test("a whole key result finds the gate open before anything is sent", () => {
  expect(fields({})).toEqual([]);
});

test("what the gate would hold back is said at its field, in words", () => {
  expect(fields({ target: undefined })).toEqual(["target"]);
  expect(fields({ target: 18 })).toEqual(["target"]);
  expect(fields({ because: "it helps" })).toEqual(["moves.because"]);
  expect(fields({ movesId: "somewhere else" })).toContain("moves");
  const empty = findingsOf({ ...answered, objective: { id: "o", title: " " } }, rows, "ada");
  expect(empty).toEqual([{ field: "objective", words: "The objective needs a sentence." }]);
});
