import { beforeEach, describe, expect, test } from "vitest";
import {
  company,
  finishes,
  founded,
  habit,
  keyResult,
  ours,
  planned,
  podcasts,
  q4,
  running,
  star,
} from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await planned();
});
const q1 = { id: idOf("q1"), name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" };
const open = (more: object = {}) => rules.tell("ada", "cycle.open", { ...q1, ...more });
const step = (verb: "commit" | "grade" | "close") => rules.tell("ada", `cycle.${verb}`, { cycleId: q4 });
const phase = () => rules.get("cycle", q4).state;

describe("opening", () => {
  test("begins in planning", async () => {
    expect(await open()).toBe("applied");
    expect(rules.get("cycle", q1.id)).toEqual({ ...q1, revision: 1, state: "planning" });
  });

  test.each([
    ["ends before it starts", { endsOn: "2026-12-31" }],
    ["ends the day it starts", { endsOn: "2027-01-01" }],
    ["lasts less than a week", { endsOn: "2027-01-06" }],
    ["lasts longer than a year", { endsOn: "2028-01-03" }],
  ])("refuses one that %s", async (_, dates) => {
    expect(await open(dates)).toBe("cycle_dates endsOn");
  });

  test("a week and a leap year are cycles", async () => {
    expect(await open({ endsOn: "2027-01-07" })).toBe("applied");
    const leap = { id: idOf("leap"), name: "2028", startsOn: "2028-01-01", endsOn: "2028-12-31" };
    expect(await open(leap)).toBe("applied");
  });

  test("two never share a day or a name", async () => {
    expect(await open({ startsOn: "2026-12-31" })).toBe("cycle_dates startsOn");
    expect(await open({ startsOn: "2026-07-01", endsOn: "2026-10-01" })).toBe("cycle_dates startsOn");
    expect(await open({ startsOn: "2026-11-01", endsOn: "2026-11-30" })).toBe("cycle_dates startsOn");
    expect(await open({ name: "q4 2026" })).toBe("name_taken name");
  });

  test("again is once, also when it runs by now; other words clash", async () => {
    await open();
    expect(await open()).toBe("unchanged");
    expect(await open({ name: "Else" })).toBe("id_conflict id");
  });

  test("is the admin's", async () => {
    for (const who of ["dora", "imani", "ben", "vic", "cleo"])
      expect(await rules.tell(who, "cycle.open", q1)).toBe("forbidden");
  });
});

describe("revising", () => {
  const revise = (changes: object) => rules.tell("ada", "cycle.revise", { cycleId: q4, ...changes });

  test("moves name and days, to the same checks as opening", async () => {
    await open();
    expect(await revise({ name: "Autumn", endsOn: "2026-12-20" })).toBe("applied");
    expect(rules.get("cycle", q4)).toMatchObject({
      name: "Autumn",
      startsOn: "2026-10-01",
      endsOn: "2026-12-20",
    });
    expect(await revise({ endsOn: "2027-01-05" })).toBe("cycle_dates startsOn");
    expect(await revise({ startsOn: "2026-12-18" })).toBe("cycle_dates endsOn");
    expect(await revise({ name: "Q1 2027" })).toBe("name_taken name");
    expect(await revise({ name: "Autumn" })).toBe("unchanged");
  });

  test("while it is graded only the name, and nothing once it is closed", async () => {
    await step("commit");
    expect(await revise({ endsOn: "2026-12-20" })).toBe("applied");
    await step("grade");
    expect(await revise({ endsOn: "2026-12-31" })).toBe("cycle_state cycleId");
    expect(await revise({ name: "Autumn" })).toBe("applied");
    await step("close");
    expect(await revise({ name: "Winter" })).toBe("cycle_closed cycleId");
  });
});

describe("the phases", () => {
  test("follow one another, each once", async () => {
    for (const verb of ["grade", "close"] as const) expect(await step(verb)).toBe("cycle_state cycleId");
    expect(await step("commit")).toBe("applied");
    for (const verb of ["commit", "close"] as const) expect(await step(verb)).toBe("cycle_state cycleId");
    expect(await step("grade")).toBe("applied");
    expect(phase()).toBe("grading");
    for (const verb of ["commit", "grade"] as const) expect(await step(verb)).toBe("cycle_state cycleId");
    expect(await step("close")).toBe("applied");
    for (const verb of ["commit", "grade", "close"] as const)
      expect(await step(verb)).toBe("cycle_closed cycleId");
  });

  test("of an unknown cycle are not found", async () => {
    for (const verb of ["commit", "grade", "close", "revise"] as const)
      expect(await rules.tell("ada", `cycle.${verb}`, { cycleId: idOf("gone") })).toBe("not_found cycleId");
  });
});

describe("committing", () => {
  test("commits every draft with it, and says since when", async () => {
    rules.now = "2026-09-28T12:00:00.000Z";
    await step("commit");
    expect(phase()).toBe("running");
    expect([company, ours].map((id) => rules.get("objective", id).state)).toEqual(["committed", "committed"]);
    expect(rules.get("key-result", finishes)).toMatchObject({ state: "committed", committedAt: rules.now });
  });

  test("leaves what was dropped alone", async () => {
    const other = { id: idOf("other"), cycleId: q4, squadId: podcasts, parentId: company, title: "Other" };
    await rules.must("imani", "objective.draft", other);
    await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("kr"), objectiveId: other.id });
    await rules.must("imani", "objective.drop", { objectiveId: other.id });
    await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("dropped") });
    await rules.must("imani", "key-result.drop", { keyResultId: idOf("dropped") });
    await step("commit");
    expect(rules.get("objective", other.id).state).toBe("dropped");
    for (const id of [idOf("kr"), idOf("dropped")]) expect(rules.get("key-result", id).state).toBe("dropped");
  });

  test("stops at the gate, names the row and its field, and commits nothing", async () => {
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, target: 0.18 });
    expect(await step("commit")).toBe(`gate_baseline_is_target ${finishes}.target`);
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, target: 0.26, moves: null });
    expect(await step("commit")).toBe(`gate_path ${finishes}.moves`);
    expect(phase()).toBe("planning");
    expect(rules.get("objective", company).state).toBe("draft");
  });

  test("an empty cycle has nothing to commit", async () => {
    rules = await founded();
    await rules.must("ada", "cycle.open", { ...q1, id: q4 });
    expect(await step("commit")).toBe("gate_empty cycleId");
  });
});

describe("closing", () => {
  beforeEach(async () => {
    rules = await running();
  });

  test("gives what nobody graded its computed score", async () => {
    const checkIn = { id: idOf("c"), keyResultId: finishes, value: 0.22, confidence: 5 };
    await rules.must("ben", "check-in.record", checkIn);
    await step("grade");
    rules.now = "2027-01-08T08:00:00.000Z";
    await step("close");
    const { state, grade } = rules.get("key-result", finishes);
    expect({ state, grade }).toEqual({
      state: "graded",
      grade: { score: expect.closeTo(0.5, 9), by: idOf("ada"), at: rules.now },
    });
    expect(rules.get("cycle", q4)).toMatchObject({ state: "closed", closedAt: rules.now });
  });

  test("leaves ungraded what never had a value, and a grade as its owner gave it", async () => {
    await step("grade");
    await step("close");
    expect(rules.get("key-result", finishes)).toMatchObject({ state: "committed" });
    expect(rules.get("key-result", finishes).grade).toBeUndefined();
  });

  test("is read-only from then on", async () => {
    await step("grade");
    await step("close");
    const objective = { id: idOf("o"), cycleId: q4, title: "Late" };
    expect(await rules.tell("dora", "objective.draft", objective)).toBe("cycle_closed");
    expect(await rules.tell("imani", "objective.revise", { objectiveId: ours, title: "X" })).toBe(
      "cycle_closed",
    );
    expect(await rules.tell("imani", "objective.drop", { objectiveId: ours })).toBe("cycle_closed");
    const draft = { ...keyResult, id: idOf("k") };
    expect(await rules.tell("imani", "key-result.draft", draft)).toBe("cycle_closed");
    const named = { keyResultId: finishes };
    expect(await rules.tell("ben", "key-result.revise", { ...named, title: "X" })).toBe("cycle_closed");
    expect(await rules.tell("imani", "key-result.drop", named)).toBe("cycle_closed");
    expect(await rules.tell("imani", "key-result.reassign", { ...named, ownerId: idOf("sam") })).toBe(
      "cycle_closed keyResultId",
    );
    expect(await rules.tell("ben", "key-result.grade", named)).toBe("cycle_closed keyResultId");
  });
});

describe("allocating squads to inputs", () => {
  const allocate = (metricIds: string[], squadId = podcasts, who = "imani") =>
    rules.tell(who, "cycle.allocate", { cycleId: q4, squadId, metricIds });

  beforeEach(async () => {
    rules = await planned();
    await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
  });

  test("each squad answers for itself, and again in place of its last answer", async () => {
    await allocate([habit]);
    await allocate([habit, star, habit], idOf("ads"), "ada");
    await allocate([star]);
    expect(rules.get("cycle", q4).allocations).toEqual([
      { squadId: idOf("ads"), metricId: habit },
      { squadId: idOf("ads"), metricId: star },
      { squadId: podcasts, metricId: star },
    ]);
    expect(await allocate([star])).toBe("unchanged");
    expect(await allocate([])).toBe("applied");
    expect(rules.get("cycle", q4).allocations).toHaveLength(2);
  });

  test("knows its metrics and squads, and asks no other squad's PM", async () => {
    expect(await allocate([idOf("gone")])).toBe("not_found metricIds");
    expect(await allocate([habit], idOf("gone"))).toBe("not_found squadId");
    expect(await allocate([habit], idOf("ads"))).toBe("forbidden");
  });

  test("is over once the cycle is graded", async () => {
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    expect(await allocate([habit])).toBe("applied");
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await allocate([])).toBe("cycle_state");
  });
});
