import { beforeEach, describe, expect, test } from "vitest";
import { company, finishes, keyResult, ours, planned, podcasts, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await planned();
});
const id = idOf("another objective");
const another = { id, cycleId: q4, squadId: podcasts, parentId: company, title: "Another" };
const lights = { reason: "Somebody keeps the lights on." };
const draft = (more: object = {}, who = "imani") =>
  rules.tell(who, "objective.draft", { ...another, ...more });
const revise = (changes: object, who = "imani", objectiveId = ours) =>
  rules.tell(who, "objective.revise", { objectiveId, ...changes });
const ads = async () => {
  await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
  await rules.must("ada", "squad.assign", { squadId: idOf("ads"), memberId: idOf("olu"), as: "pm" });
  return idOf("ads");
};

describe("drafting", () => {
  test("is the PM's for the squad, the director's for the company, and the admin's", async () => {
    for (const who of ["ben", "sam", "dora", "vic", "cleo"]) expect(await draft({}, who)).toBe("forbidden");
    expect(await draft()).toBe("applied");
    const forCompany = { id: idOf("c"), squadId: undefined, parentId: undefined };
    expect(await draft(forCompany, "imani")).toBe("forbidden");
    expect(await draft(forCompany, "dora")).toBe("applied");
    expect(await draft({ ...forCompany, id: idOf("d") }, "ada")).toBe("applied");
  });

  test("may leave the parent open, but not name one that does not fit", async () => {
    expect(await draft({ parentId: idOf("gone") })).toBe("not_found parentId");
    expect(await draft({ parentId: ours })).toBe("gate_parent parentId");
    expect(await draft({ squadId: undefined }, "dora")).toBe("gate_parent parentId");
    expect(await draft({ parentId: undefined })).toBe("applied");
  });

  test("below a dropped objective, or one of another cycle, hangs in the air", async () => {
    await rules.must("imani", "objective.drop", { objectiveId: ours });
    await rules.must("dora", "objective.drop", { objectiveId: company });
    expect(await draft()).toBe("gate_parent parentId");
    const q1 = { id: idOf("q1"), name: "Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" };
    await rules.must("ada", "cycle.open", q1);
    const elsewhere = { id: idOf("e"), cycleId: q1.id, squadId: undefined, parentId: undefined };
    await draft(elsewhere, "dora");
    expect(await draft({ parentId: elsewhere.id })).toBe("gate_parent parentId");
  });

  test("is for squads that are there, and cycles that still take something", async () => {
    expect(await draft({ squadId: idOf("gone") }, "ada")).toBe("not_found squadId");
    expect(await draft({ cycleId: idOf("gone") })).toBe("not_found cycleId");
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    expect(await draft()).toBe("applied");
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await draft({ id: idOf("late") })).toBe("cycle_state");
  });

  test("again is once, also when it was committed since; other words clash", async () => {
    const first = { id: ours, title: "A weekly habit" };
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    expect(await draft(first)).toBe("unchanged");
    expect(await draft({ ...first, why: "Because." })).toBe("id_conflict id");
  });
});

describe("revising", () => {
  test("patches, and null clears", async () => {
    expect(await revise({ title: "Habits", why: "They stay." })).toBe("applied");
    expect(rules.get("objective", ours)).toMatchObject({
      title: "Habits",
      why: "They stay.",
      parentId: company,
    });
    expect(await revise({ why: null, parentId: null, exempt: lights })).toBe("applied");
    expect(rules.get("objective", ours).why).toBeUndefined();
    expect(await revise({ why: null })).toBe("unchanged");
  });

  test("a PM gives no objective away to a squad or the company that is not theirs", async () => {
    const squadId = await ads();
    expect(await revise({ squadId })).toBe("forbidden squadId");
    expect(await revise({ squadId: null, parentId: null })).toBe("forbidden squadId");
    expect(await revise({ squadId }, "ada")).toBe("applied");
    expect(await revise({ title: "Ours no more" })).toBe("forbidden");
  });

  test("a company objective that squads carry does not become a squad's", async () => {
    expect(await revise({ squadId: podcasts }, "ada", company)).toBe("state_conflict squadId");
  });

  test("one that is dropped, or in a cycle being graded, stays as it is", async () => {
    const dropped = rules.fork();
    await dropped.must("imani", "objective.drop", { objectiveId: ours });
    expect(await dropped.tell("imani", "objective.revise", { objectiveId: ours, title: "X" })).toBe(
      "state_conflict objectiveId",
    );
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await revise({ title: "X" })).toBe("cycle_state");
  });

  test("once committed it stays one the gate lets through", async () => {
    rules = await running();
    expect(await revise({ parentId: null })).toBe("gate_parent parentId");
    expect(await revise({ parentId: null, exempt: lights })).toBe("applied");
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, moves: null });
    expect(await revise({ parentId: company, exempt: null })).toBe("gate_path moves");
  });

  test("once committed it becomes no second exemption of its squad", async () => {
    rules = await running();
    await draft({ exempt: lights });
    await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("kr"), objectiveId: id });
    expect(await revise({ exempt: lights })).toBe("applied");
    expect(await rules.tell("imani", "objective.commit", { objectiveId: id })).toBe("gate_exemption exempt");
    await revise({ exempt: null });
    await rules.must("imani", "objective.commit", { objectiveId: id });
    expect(await revise({ exempt: lights })).toBe("gate_exemption exempt");
    expect(await revise({ exempt: null }, "imani", id)).toBe("applied");
    expect(await revise({ exempt: lights })).toBe("applied");
    expect(await revise({ exempt: lights }, "imani", id)).toBe("gate_exemption exempt");
  });

  test("a flaw that is not of its making does not block it: an owner who left", async () => {
    rules = await running();
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    expect(await revise({ title: "Habits" })).toBe("applied");
  });
});

describe("committing into a running cycle", () => {
  beforeEach(async () => {
    rules = await running();
    await rules.must("imani", "objective.draft", another);
  });
  const commit = (who = "imani", objectiveId: string = id) =>
    rules.tell(who, "objective.commit", { objectiveId });
  const withKeyResult = () =>
    rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("kr"), objectiveId: id });

  test("takes its key results along", async () => {
    await withKeyResult();
    expect(await commit()).toBe("applied");
    expect(rules.get("objective", id).state).toBe("committed");
    expect(rules.get("key-result", idOf("kr"))).toMatchObject({ state: "committed", committedAt: rules.now });
    expect(await commit()).toBe("unchanged");
  });

  test("needs a key result, or squads that carry it", async () => {
    expect(await commit()).toBe("gate_empty keyResults");
    const forCompany = { id: idOf("c"), cycleId: q4, title: "Company" };
    await rules.must("dora", "objective.draft", forCompany);
    expect(await commit("dora", forCompany.id)).toBe("gate_empty keyResults");
    await rules.must("imani", "objective.revise", { objectiveId: id, parentId: forCompany.id });
    expect(await commit("dora", forCompany.id)).toBe("applied");
  });

  test("takes a second exemption of a squad only when the first is gone; a draft's does not count", async () => {
    await withKeyResult();
    await rules.must("imani", "objective.revise", { objectiveId: id, exempt: lights });
    const other = { ...another, id: idOf("0 draft"), exempt: lights };
    await rules.must("imani", "objective.draft", other);
    const exempted = rules.fork();
    await exempted.must("imani", "objective.revise", { objectiveId: ours, exempt: lights });
    expect(await exempted.tell("imani", "objective.commit", { objectiveId: id })).toBe(
      "gate_exemption exempt",
    );
    expect(await commit()).toBe("applied");
  });

  test("is not for planning, where the whole cycle is committed, nor for what was dropped", async () => {
    await rules.must("imani", "objective.drop", { objectiveId: id });
    expect(await commit()).toBe("state_conflict objectiveId");
    rules = await planned();
    expect(await commit("imani", ours)).toBe("cycle_state");
    expect(await commit("imani", idOf("gone"))).toBe("not_found objectiveId");
  });
});

describe("dropping", () => {
  const drop = (objectiveId: string, who = "imani") => rules.tell(who, "objective.drop", { objectiveId });

  test("drops its key results, draft or committed", async () => {
    rules = await running();
    await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("kr") });
    expect(await drop(ours)).toBe("applied");
    expect(rules.all("key-result").map((one) => one.state)).toEqual(["dropped", "dropped"]);
    expect(await drop(ours)).toBe("unchanged");
  });

  test("never takes a company objective from under the squads that carry it", async () => {
    expect(await drop(company, "dora")).toBe("state_conflict objectiveId");
    await drop(ours);
    expect(await drop(company, "dora")).toBe("applied");
  });

  test("is over with the grading", async () => {
    rules = await running();
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await drop(ours)).toBe("cycle_state");
  });
});
