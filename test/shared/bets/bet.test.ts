import { beforeEach, describe, expect, test } from "vitest";
import { finishes, habit, podcasts, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
const betId = idOf("bet");
const bet = { id: betId, title: "Shorter intros", squadId: podcasts, keyResultId: finishes };
const hypothesis = {
  ...{ change: "Intros of ten seconds", metricId: habit, amount: 0.02, byOn: "2026-12-01" },
  because: "listeners leave in the intro",
};
const place = (args: object = {}, who = "ben") => rules.tell(who, "bet.place", { ...bet, ...args });
const revise = (args: object, who = "ben") => rules.tell(who, "bet.revise", { betId, ...args });
const conclude = (args: object = {}, who = "ben") =>
  rules.tell(who, "bet.conclude", { betId, as: "won", learning: "They stay.", ...args });
const stored = () => rules.get("bet", betId);

beforeEach(async () => {
  rules = await running();
});

describe("placing a bet", () => {
  test("keeps it as an idea of the squad, justified by its key result", async () => {
    expect(await place({ hypothesis, movesInput: true, movesStar: true })).toBe("applied");
    const { id: _id, ...body } = bet;
    expect(stored()).toEqual({
      ...{ ...body, id: betId, revision: 1, hypothesis, movesInput: true, movesStar: true, state: "idea" },
    });
  });

  test("needs no key result: it is unjustified then, and allowed", async () => {
    expect(await place({ keyResultId: undefined })).toBe("applied");
    expect(stored().keyResultId).toBeUndefined();
  });

  test("twice is once, also after it went on; another bet of the same id clashes", async () => {
    await place();
    await revise({ state: "doing" });
    await conclude();
    expect(await place()).toBe("unchanged");
    expect(await place({ title: "Other" })).toBe("id_conflict id");
  });

  test("refuses what points nowhere", async () => {
    expect(await place({ squadId: idOf("gone") })).toBe("not_found squadId");
    expect(await place({ keyResultId: idOf("gone") })).toBe("not_found keyResultId");
    expect(await place({ ownerId: idOf("gone") })).toBe("not_found ownerId");
    expect(await place({ ownerId: idOf("vic") })).toBe("viewer_cannot_own ownerId");
    const nowhere = { ...hypothesis, metricId: idOf("gone") };
    expect(await place({ hypothesis: nowhere })).toBe("not_found hypothesis.metricId");
    expect(await place({ hypothesis: { ...hypothesis, because: " " } })).toBe(
      "invalid_arguments hypothesis.because",
    );
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await place()).toBe("state_conflict keyResultId");
  });

  test("begins open: nobody places a bet that is won already", async () => {
    expect(await place({ state: "won" })).toBe("invalid_arguments state");
  });

  test("is no matter of another squad's members, nor of a dismissed squad", async () => {
    expect(await place({}, "olu")).toBe("forbidden");
    await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
    await rules.must("ada", "squad.dismiss", { squadId: idOf("ads") });
    expect(await place({ squadId: idOf("ads"), keyResultId: undefined }, "ada")).toBe("not_found squadId");
  });
});

describe("revising a bet", () => {
  beforeEach(() => place({ hypothesis, ownerId: idOf("sam") }));

  test("touches what was said and clears what was cleared", async () => {
    expect(await revise({ todayOn: "2026-10-05", keyResultId: null, state: "doing" })).toBe("applied");
    expect(stored()).toMatchObject({ title: "Shorter intros", todayOn: "2026-10-05", state: "doing" });
    expect(stored().keyResultId).toBeUndefined();
    expect(await revise({ todayOn: "2026-10-05" })).toBe("unchanged");
  });

  test("an owner who was removed since does not block the day's plan", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("sam") });
    expect(await revise({ todayOn: "2026-10-06" })).toBe("applied");
    expect(await revise({ ownerId: idOf("rex") })).toBe("member_removed ownerId");
  });

  test("does not move it into a squad one has no say in", async () => {
    await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
    expect(await revise({ squadId: idOf("ads") })).toBe("forbidden squadId");
    expect(await revise({ squadId: idOf("ads") }, "ada")).toBe("applied");
  });

  test("concludes nothing by the back door, and changes no concluded bet", async () => {
    expect(await revise({ state: "won" })).toBe("invalid_arguments state");
    await conclude();
    expect(await revise({ title: "Other" })).toBe("state_conflict betId");
  });
});

describe("concluding a bet", () => {
  beforeEach(() => place({ todayOn: "2026-10-05" }));

  test("keeps how it ended, what was learnt and what follows; it is no longer today's", async () => {
    expect(await conclude({ next: "double-down" })).toBe("applied");
    expect(stored()).toMatchObject({ state: "won", learning: "They stay.", next: "double-down" });
    expect(stored().todayOn).toBeUndefined();
  });

  test("says what was learnt, unless it is plain work that is done", async () => {
    expect(await conclude({ learning: "  " })).toBe("invalid_arguments learning");
    expect(await conclude({ as: "lost", learning: undefined })).toBe("value_required learning");
    expect(await conclude({ learning: undefined })).toBe("applied");
    expect(stored()).toMatchObject({ state: "won" });
  });

  test("says it always of what made a promise", async () => {
    await revise({ hypothesis });
    expect(await conclude({ learning: undefined })).toBe("value_required learning");
  });

  test("may be said otherwise, and taken back whole", async () => {
    await conclude({ next: "double-down" });
    expect(await conclude({ as: "inconclusive" })).toBe("applied");
    expect(stored().next).toBeUndefined();
    expect(await rules.tell("sam", "bet.reopen", { betId })).toBe("applied");
    expect(stored()).toMatchObject({ state: "doing" });
    expect(stored().learning).toBeUndefined();
    expect(await rules.tell("sam", "bet.reopen", { betId })).toBe("unchanged");
  });

  test("a dropped bet ended already, and comes back first", async () => {
    await revise({ state: "dropped" });
    expect(await conclude()).toBe("state_conflict betId");
    await rules.must("ben", "bet.reopen", { betId });
    expect(await conclude()).toBe("applied");
  });

  test("its owner may, wherever they sit", async () => {
    await rules.must("ada", "bet.revise", { betId, ownerId: idOf("olu") });
    expect(await conclude({}, "olu")).toBe("applied");
  });
});
