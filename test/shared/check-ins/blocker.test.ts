import { beforeEach, describe, expect, test } from "vitest";
import { delegated, finishes, keyResult, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const id = idOf("a blocker");
const stuck = { id, keyResultId: finishes, text: "The licence answer is missing." };

let rules: Rules;
beforeEach(async () => {
  rules = await delegated();
});

describe("raising", () => {
  test("a blocker belongs to whoever raised it, or to whom they name", async () => {
    await rules.must("sam", "blocker.raise", stuck);
    expect(rules.get("blocker", id)).toEqual({
      ...{ id, revision: 1, keyResultId: finishes, text: stuck.text },
      ...{ ownerId: idOf("sam"), openedAt: rules.now },
    });
    await rules.must("sam", "blocker.raise", { ...stuck, id: idOf("b"), ownerId: idOf("dora") });
    expect(rules.get("blocker", idOf("b")).ownerId).toBe(idOf("dora"));
  });

  test.each(["ben", "dele", "imani", "sam", "dora", "ada"])("%s may say what stops it", async (who) => {
    expect(await rules.tell(who, "blocker.raise", stuck)).toBe("applied");
  });

  test("it cannot belong to who only reads, was removed, or is elsewhere", async () => {
    const named = (who: string) => rules.tell("ben", "blocker.raise", { ...stuck, ownerId: idOf(who) });
    expect(await named("vic")).toBe("viewer_cannot_own ownerId");
    expect(await named("rex")).toBe("member_removed ownerId");
    expect(await named("cleo")).toBe("not_found ownerId");
  });

  test("only what runs can be blocked", async () => {
    const draft = idOf("draft");
    await rules.must("imani", "key-result.draft", { id: draft, ...keyResult });
    expect(await rules.tell("ben", "blocker.raise", { ...stuck, keyResultId: draft })).toBe(
      "key_result_not_running keyResultId",
    );
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    expect(await rules.tell("ben", "blocker.raise", stuck)).toBe("cycle_closed keyResultId");
  });

  test("told twice it is one; under the same id with another text it is a clash", async () => {
    await rules.must("ben", "blocker.raise", stuck);
    rules.now = "2026-10-06T08:00:00.000Z";
    expect(await rules.tell("ben", "blocker.raise", stuck)).toBe("unchanged");
    await rules.must("ben", "blocker.resolve", { blockerId: id });
    expect(await rules.tell("ben", "blocker.raise", stuck)).toBe("unchanged");
    expect(rules.get("blocker", id).resolvedAt).toBe(rules.now);
    expect(await rules.tell("ben", "blocker.raise", { ...stuck, text: "Else." })).toBe("id_conflict id");
  });
});

describe("resolving", () => {
  beforeEach(() => rules.must("sam", "blocker.raise", { ...stuck, ownerId: idOf("olu") }));

  test.each(["olu", "ben", "dele", "imani", "dora", "ada"])("%s may", async (who) => {
    const args = { blockerId: id, resolution: "Answered." };
    expect(await rules.tell(who, "blocker.resolve", args)).toBe("applied");
    expect(rules.get("blocker", id)).toMatchObject({ resolvedAt: rules.now, resolution: "Answered." });
  });

  test("somebody who has nothing to do with it may not", async () => {
    for (const who of ["stew", "vic", "rex", "cleo"])
      expect(await rules.tell(who, "blocker.resolve", { blockerId: id })).toBe("forbidden");
  });

  test("the same words again change nothing, other words come too late", async () => {
    await rules.must("ben", "blocker.resolve", { blockerId: id, resolution: "Answered." });
    expect(await rules.tell("olu", "blocker.resolve", { blockerId: id, resolution: "Answered." })).toBe(
      "unchanged",
    );
    expect(await rules.tell("olu", "blocker.resolve", { blockerId: id })).toBe("already_resolved blockerId");
  });

  test("it is never resolved before it was opened", async () => {
    await rules.must("ben", "blocker.resolve", { blockerId: id }, { at: "2026-01-01T00:00:00.000Z" });
    expect(rules.get("blocker", id).resolvedAt).toBe(rules.get("blocker", id).openedAt);
  });

  test("an unknown one is not found", async () => {
    expect(await rules.tell("ben", "blocker.resolve", { blockerId: idOf("gone") })).toBe(
      "not_found blockerId",
    );
  });
});
