import { beforeEach, describe, expect, test } from "vitest";
import { finishes, keyResult, ours, planned, podcasts, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});
const fresh = idOf("fresh");
const draft = (more: object = {}) =>
  rules.must("imani", "key-result.draft", { ...keyResult, id: fresh, ...more });
const commit = (who = "imani", keyResultId: string = fresh) =>
  rules.tell(who, "key-result.commit", { keyResultId });
const reassign = (to: string, who = "imani", keyResultId: string = finishes) =>
  rules.tell(who, "key-result.reassign", { keyResultId, ownerId: idOf(to) });

describe("committing into a running cycle", () => {
  test("binds a draft and says since when", async () => {
    await draft();
    expect(await commit()).toBe("applied");
    expect(rules.get("key-result", fresh)).toMatchObject({ state: "committed", committedAt: rules.now });
    expect(await commit()).toBe("unchanged");
  });

  test.each([
    ["an owner who can answer", {}, "gate_owner ownerId"],
    ["a target", { target: undefined }, "gate_number target"],
    ["a baseline", { baseline: undefined }, "gate_number baseline"],
    ["a way to go", { target: 0.18 }, "gate_baseline_is_target target"],
    ["a path", { moves: undefined }, "gate_path moves"],
    ["a because", { moves: { ...keyResult.moves, because: "it does" } }, "gate_because moves.because"],
    ["two milestones", { direction: "milestones", target: undefined }, "gate_number milestones"],
  ])("asks at the gate for %s", async (what, terms, refusal) => {
    await draft({ ownerId: idOf("olu"), ...terms });
    if (what.startsWith("an owner")) await rules.must("ada", "member.remove", { memberId: idOf("olu") });
    expect(await commit()).toBe(refusal);
    expect(rules.get("key-result", fresh).state).toBe("draft");
  });

  test("waits for its objective, and is not for planning", async () => {
    const other = { id: idOf("o"), cycleId: q4, squadId: podcasts, title: "Other" };
    await rules.must("imani", "objective.draft", other);
    await draft({ objectiveId: other.id });
    expect(await commit()).toBe("state_conflict objectiveId");
    rules = await planned();
    expect(await commit("imani", finishes)).toBe("cycle_state");
  });

  test("is not the owner's own to decide", async () => {
    await draft();
    for (const who of ["ben", "sam", "vic", "cleo"]) expect(await commit(who)).toBe("forbidden");
    for (const who of ["dora"]) expect(await commit(who)).toBe("applied");
  });

  test("not of what was dropped", async () => {
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await commit("imani", finishes)).toBe("state_conflict keyResultId");
  });
});

describe("reassigning", () => {
  const owners = () => {
    const { ownerId, previousOwners } = rules.get("key-result", finishes);
    return { ownerId, previousOwners };
  };

  test("hands on, and keeps who owned it until when", async () => {
    expect(await reassign("sam")).toBe("applied");
    expect(owners()).toEqual({
      ownerId: idOf("sam"),
      previousOwners: [{ memberId: idOf("ben"), untilAt: rules.now, by: idOf("imani") }],
    });
    expect(await reassign("sam")).toBe("unchanged");
  });

  test("is the owner's too, who may give away what is theirs", async () => {
    for (const who of ["sam", "dele", "vic", "cleo"]) expect(await reassign("sam", who)).toBe("forbidden");
    expect(await reassign("sam", "ben")).toBe("applied");
    expect(await reassign("ben", "ben")).toBe("forbidden");
    expect(await reassign("ben", "dora")).toBe("applied");
  });

  test("goes to somebody active who does not only read", async () => {
    expect(await reassign("vic")).toBe("viewer_cannot_own ownerId");
    expect(await reassign("rex")).toBe("member_removed ownerId");
    expect(await reassign("cleo")).toBe("not_found ownerId");
  });

  test("keeps its moments in order, whatever a clock says", async () => {
    await reassign("sam");
    const late = { at: "2026-10-01T00:00:00.000Z" };
    const back = { keyResultId: finishes, ownerId: idOf("ben") };
    await rules.must("imani", "key-result.reassign", back, late);
    expect(owners().previousOwners.map((one) => one.untilAt)).toEqual([rules.now, rules.now]);
  });

  test("of a draft leaves no trace of an owner who never had anything to check in", async () => {
    await draft();
    expect(await reassign("sam", "imani", fresh)).toBe("applied");
    expect(rules.get("key-result", fresh)).toMatchObject({ ownerId: idOf("sam"), previousOwners: [] });
  });

  test("remembers the last fifty", async () => {
    for (let round = 0; round < 52; round += 1) await reassign(round % 2 === 0 ? "sam" : "ben");
    expect(owners().previousOwners).toHaveLength(50);
  });

  test("still happens while the cycle is graded, but not of what is graded or dropped", async () => {
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await reassign("sam")).toBe("applied");
    const grade = { keyResultId: finishes, adjusted: 0.5, reason: "Half." };
    await rules.must("sam", "key-result.grade", grade);
    expect(await reassign("ben")).toBe("state_conflict keyResultId");
    rules = await running();
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await reassign("sam")).toBe("state_conflict keyResultId");
  });
});

describe("dropping", () => {
  const drop = (who: string, keyResultId = finishes) => rules.tell(who, "key-result.drop", { keyResultId });

  test("a commitment is dropped by those who answer for the plan, not quietly by its owner", async () => {
    for (const who of ["ben", "sam", "vic", "cleo"]) expect(await drop(who)).toBe("forbidden");
    expect(await drop("imani")).toBe("applied");
    expect(await drop("dora")).toBe("unchanged");
    expect(rules.get("key-result", finishes).state).toBe("dropped");
  });

  test("a draft by its owner as well", async () => {
    await draft();
    expect(await drop("sam", fresh)).toBe("forbidden");
    expect(await drop("ben", fresh)).toBe("applied");
  });

  test("is over once the cycle is graded; an unknown one is not found", async () => {
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await drop("imani")).toBe("cycle_state");
    expect(await drop("imani", idOf("gone"))).toBe("not_found keyResultId");
  });

  test("leaves its objective standing", async () => {
    await drop("imani");
    expect(rules.get("objective", ours).state).toBe("committed");
  });
});
