import { beforeEach, describe, expect, test } from "vitest";
import { finishes, keyResult, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
  const checkIn = { id: idOf("c"), keyResultId: finishes, value: 0.24, confidence: 5 };
  await rules.must("ben", "check-in.record", checkIn);
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  rules.now = "2027-01-04T08:00:00.000Z";
});
const grade = (args: object = {}, who = "ben") =>
  rules.tell(who, "key-result.grade", { keyResultId: finishes, ...args });
const graded = () => rules.get("key-result", finishes).grade;

describe("grading", () => {
  test("stores the computed score with who and when", async () => {
    expect(await grade()).toBe("applied");
    expect(rules.get("key-result", finishes).state).toBe("graded");
    expect(graded()).toEqual({ score: expect.closeTo(0.75, 9), by: idOf("ben"), at: rules.now });
  });

  test("keeps the owner's adjustment beside the score, with its reason", async () => {
    expect(await grade({ adjusted: 1, reason: "Finished in the last week." })).toBe("applied");
    expect(graded()).toMatchObject({ adjusted: 1, reason: "Finished in the last week." });
    expect(graded()?.score).toBeCloseTo(0.75, 9);
  });

  test("adjusts between 0 and 1, and not without a reason", async () => {
    expect(await grade({ adjusted: 1 })).toBe("value_required reason");
    expect(await grade({ adjusted: 1, reason: "  " })).toBe("value_required reason");
    for (const adjusted of [-0.1, 1.1])
      expect(await grade({ adjusted, reason: "Why not." })).toBe("invalid_arguments adjusted");
  });

  test("may be done again until the close, by another as well", async () => {
    await grade({}, "imani");
    expect(await grade({}, "ben")).toBe("unchanged");
    expect(await grade({ adjusted: 0.8, reason: "Better." })).toBe("applied");
    expect(graded()).toMatchObject({ adjusted: 0.8, by: idOf("ben") });
    expect(await grade({}, "dora")).toBe("applied");
    expect(graded()).not.toHaveProperty("adjusted");
  });

  test("is the owner's, the PM's, the director's and the admin's", async () => {
    for (const who of ["sam", "dele", "vic", "cleo"]) expect(await grade({}, who)).toBe("forbidden");
    for (const [index, who] of ["ben", "imani", "dora", "ada"].entries())
      expect(await grade({ adjusted: index / 10, reason: who }, who)).toBe("applied");
  });

  test("without a value needs an adjustment, and stores no score", async () => {
    rules = await running();
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await grade()).toBe("value_required adjusted");
    expect(await grade({ adjusted: 0, reason: "Never started." })).toBe("applied");
    expect(graded()).toEqual({ adjusted: 0, reason: "Never started.", by: idOf("ben"), at: rules.now });
  });

  test("waits for the cycle to be graded, and is not for drafts or what was dropped", async () => {
    rules = await running();
    expect(await grade()).toBe("cycle_state keyResultId");
    const fresh = idOf("fresh");
    await rules.must("imani", "key-result.draft", { ...keyResult, id: fresh });
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await grade()).toBe("state_conflict keyResultId");
    expect(await grade({ keyResultId: fresh })).toBe("state_conflict keyResultId");
    expect(await grade({ keyResultId: idOf("gone") })).toBe("not_found keyResultId");
  });
});
