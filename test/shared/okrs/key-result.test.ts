import { beforeEach, describe, expect, test } from "vitest";
import {
  company,
  finishes,
  habit,
  keyResult,
  ours,
  planned,
  q4,
  running,
  skips,
} from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await planned();
});
const id = idOf("another");
const milestones = ["plan", "pilot"].map((title) => ({ id: idOf(title), title, weight: 1 }));
const draft = (more: object = {}, who = "imani") =>
  rules.tell(who, "key-result.draft", { ...keyResult, id, ...more });
const revise = (changes: object, who = "ben") =>
  rules.tell(who, "key-result.revise", { keyResultId: finishes, ...changes });
const stored = (of = finishes) => rules.get("key-result", of);

describe("drafting", () => {
  test("knows its cycle, is committed rather than aspirational, and weighs one", async () => {
    expect(await draft()).toBe("applied");
    expect(stored(id)).toEqual({
      ...{ ...keyResult, id, revision: 1, cycleId: q4, alsoServes: [], previousOwners: [] },
      ...{ commitment: "committed", weight: 1, state: "draft" },
    });
  });

  test("may be unfinished: only the gate asks for numbers and a path", async () => {
    const bare = { baseline: undefined, target: undefined, moves: undefined };
    expect(await draft(bare)).toBe("applied");
    expect(await draft({ ...bare, id: idOf("m"), direction: "milestones" })).toBe("applied");
  });

  test("is the PM's, the director's, the admin's, and one's own", async () => {
    for (const who of ["sam", "olu", "vic", "cleo"]) expect(await draft({}, who)).toBe("forbidden");
    for (const who of ["imani", "dora", "ada", "ben"])
      expect(await draft({ id: idOf(`by ${who}`) }, who)).toBe("applied");
    expect(await draft({ ownerId: idOf("sam") }, "ben")).toBe("forbidden");
  });

  test("names an owner who can answer for it", async () => {
    expect(await draft({ ownerId: idOf("vic") })).toBe("viewer_cannot_own ownerId");
    expect(await draft({ ownerId: idOf("rex") })).toBe("member_removed ownerId");
    expect(await draft({ ownerId: idOf("cleo") })).toBe("not_found ownerId");
    expect(await draft({ ownerId: idOf("vic") }, "vic")).toBe("viewer_cannot_own ownerId");
  });

  test("points at an objective and at metrics that are in use", async () => {
    expect(await draft({ objectiveId: idOf("gone") })).toBe("not_found objectiveId");
    expect(await draft({ moves: { metricId: idOf("gone"), because: "x" } })).toBe("not_found moves.metricId");
    expect(await draft({ measures: idOf("gone") })).toBe("not_found measures");
    await rules.must("ada", "metric.retire", { metricId: skips });
    expect(await draft({ measures: skips })).toBe("metric_retired measures");
    await rules.must("imani", "objective.drop", { objectiveId: ours });
    expect(await draft()).toBe("state_conflict objectiveId");
  });

  test("has milestones only of its own direction, each once, with a weight", async () => {
    const path = { direction: "milestones", baseline: undefined, target: undefined };
    expect(await draft({ milestones })).toBe("invalid_arguments milestones");
    expect(await draft({ ...path, milestones: [milestones[0], milestones[0]] })).toBe(
      "invalid_arguments milestones",
    );
    const weightless = [{ ...milestones[0], weight: 0 }];
    expect(await draft({ ...path, milestones: weightless })).toBe("invalid_arguments milestones.0.weight");
    expect(await draft({ ...path, milestones })).toBe("applied");
  });

  test("weighs something finite", async () => {
    for (const weight of [0, -1, 1001]) expect(await draft({ weight })).toBe("invalid_arguments weight");
    expect(await draft({ weight: 0.5 })).toBe("applied");
  });

  test("again is once, also when it runs and has changed hands; other words clash", async () => {
    await draft();
    expect(await draft()).toBe("unchanged");
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    expect(await draft()).toBe("unchanged");
    expect(await draft({ title: "Else" })).toBe("id_conflict id");
    await rules.must("ben", "key-result.reassign", { keyResultId: id, ownerId: idOf("sam") });
    expect(await draft()).toBe("id_conflict id");
  });
});

describe("revising", () => {
  test("takes the metric it moves and the because one by one, so that two people can change them at once", async () => {
    const before = keyResult.moves;
    expect(await revise({ moves: { because: "a habit outlives a playlist" } })).toBe("applied");
    expect(stored()).toMatchObject({ moves: { ...before, because: "a habit outlives a playlist" } });
    expect(await revise({ moves: { metricId: skips } })).toBe("applied");
    expect(stored()).toMatchObject({ moves: { metricId: skips, because: "a habit outlives a playlist" } });
    expect(await revise({ moves: null })).toBe("applied");
    expect(await revise({ moves: { because: "of something" } })).toBe("value_required moves.metricId");
  });

  test("patches, and null clears", async () => {
    expect(await revise({ title: "Finished", target: 0.3, weight: 2, commitment: "aspirational" })).toBe(
      "applied",
    );
    expect(stored()).toMatchObject({ title: "Finished", target: 0.3, weight: 2, commitment: "aspirational" });
    expect(await revise({ moves: null, baseline: null })).toBe("applied");
    expect(stored()).not.toHaveProperty("moves");
    expect(stored()).not.toHaveProperty("baseline");
    expect(await revise({ target: 0.3 })).toBe("unchanged");
  });

  test("is the owner's, the PM's, any director's and the admin's", async () => {
    for (const who of ["sam", "dele", "olu", "vic", "cleo"])
      expect(await revise({ weight: 3 }, who)).toBe("forbidden");
    for (const [index, who] of ["ben", "imani", "dora", "ada"].entries())
      expect(await revise({ weight: index + 3 }, who)).toBe("applied");
  });

  test("another direction leaves behind what only the old one had", async () => {
    await revise({ direction: "milestones", milestones });
    expect(stored()).toMatchObject({ direction: "milestones", milestones });
    expect(stored()).not.toHaveProperty("target");
    await revise({ direction: "stay-above", target: 0.2 });
    expect(stored()).not.toHaveProperty("milestones");
    await revise({ direction: "increase", baseline: 0.1 });
    await revise({ direction: "stay-below" });
    expect(stored()).toMatchObject({ direction: "stay-below", target: 0.2 });
    expect(stored()).not.toHaveProperty("baseline");
  });

  test("never the owner, the objective or the state", async () => {
    for (const change of [{ ownerId: idOf("sam") }, { objectiveId: ours }, { state: "graded" }])
      expect(await revise(change)).toMatch(/^invalid_arguments/);
  });

  test("once committed it stays one the gate lets through", async () => {
    rules = await running();
    expect(await revise({ target: 0.18 })).toBe("gate_baseline_is_target target");
    expect(await revise({ target: null })).toBe("gate_number target");
    expect(await revise({ moves: null })).toBe("gate_path moves");
    expect(await revise({ moves: { metricId: skips, because: "it just does" } })).toBe("gate_path moves");
    expect(await revise({ moves: { metricId: habit, because: "of course" } })).toBe(
      "gate_because moves.because",
    );
    expect(await revise({ direction: "milestones", milestones: milestones.slice(1) })).toBe(
      "gate_number milestones",
    );
    expect(await revise({ target: 0.27 })).toBe("applied");
  });

  test("an old flaw does not block an unrelated change: an owner who left", async () => {
    rules = await running();
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    expect(await revise({ title: "Finished" }, "imani")).toBe("applied");
  });

  test("what is dropped or graded, or in a cycle being graded, stays as it is", async () => {
    const dropped = rules.fork();
    await dropped.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await dropped.tell("ben", "key-result.revise", { keyResultId: finishes, title: "X" })).toBe(
      "state_conflict keyResultId",
    );
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await revise({ title: "X" })).toBe("cycle_state");
    await rules.must("ben", "key-result.grade", { keyResultId: finishes, adjusted: 1, reason: "Done." });
    expect(await revise({ title: "X" })).toBe("cycle_state");
  });

  test("of an unknown one is not found", async () => {
    expect(await rules.tell("ben", "key-result.revise", { keyResultId: id })).toBe("not_found keyResultId");
  });
});

describe("links beside the tree", () => {
  const revise = (args: object) =>
    rules.tell("imani", "key-result.revise", { keyResultId: finishes, ...args });

  beforeEach(async () => {
    rules = await planned();
  });

  test("a key result may serve further objectives of its cycle, each once and never its own", async () => {
    expect(await revise({ alsoServes: [company] })).toBe("applied");
    expect(rules.get("key-result", finishes).alsoServes).toEqual([company]);
    expect(await revise({ alsoServes: [company, company] })).toBe("invalid_arguments alsoServes");
    expect(await revise({ alsoServes: [ours] })).toBe("invalid_arguments alsoServes");
    expect(await revise({ alsoServes: [idOf("gone")] })).toBe("not_found alsoServes");
  });

  test("not one that was dropped, but an old link to it blocks nothing else", async () => {
    const other = { id: idOf("other"), cycleId: q4, title: "Other" };
    await rules.must("dora", "objective.draft", other);
    await revise({ alsoServes: [other.id] });
    await rules.must("dora", "objective.drop", { objectiveId: other.id });
    expect(await revise({ title: "Finished more" })).toBe("applied");
    await revise({ alsoServes: [] });
    expect(await revise({ alsoServes: [other.id] })).toBe("state_conflict alsoServes");
  });

  test("pay hangs on it with guardrails as counterweights, and on nothing else", async () => {
    expect(await revise({ payLinked: true, counterweights: [skips] })).toBe("applied");
    expect(await revise({ counterweights: [habit] })).toBe("invalid_arguments counterweights");
    expect(await revise({ counterweights: [idOf("gone")] })).toBe("not_found counterweights");
    expect(await revise({ payLinked: null, counterweights: null })).toBe("applied");
    expect(rules.get("key-result", finishes)).not.toHaveProperty("counterweights");
  });
});
