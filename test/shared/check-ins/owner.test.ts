import { beforeEach, describe, expect, test } from "vitest";
import { delegated, finishes } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const said = { keyResultId: finishes, value: 0.2, confidence: 7 };
const checkIn = (name: string) => ({ ...said, id: idOf(name) });

/** Dele stands in for Ben until Friday 16 October, in Berlin. */
let rules: Rules;
beforeEach(async () => {
  rules = await delegated();
});

describe("a delegate", () => {
  test("checks in as the owner would, not on behalf", async () => {
    await rules.must("dele", "check-in.record", checkIn("one"));
    const { authorId, onBehalf } = rules.get("check-in", idOf("one"));
    expect({ authorId, onBehalf }).toEqual({ authorId: idOf("dele"), onBehalf: undefined });
  });

  test("may until the last minute of the day, where the owner lives, and no longer", async () => {
    rules.now = "2026-10-16T21:59:00.000Z";
    expect(await rules.tell("dele", "check-in.record", checkIn("friday"))).toBe("applied");
    rules.now = "2026-10-16T22:00:00.000Z";
    expect(await rules.tell("dele", "check-in.record", checkIn("saturday"))).toBe("forbidden");
  });

  test("is judged by when it was made, not by when it arrived", async () => {
    const moment = { at: "2026-10-16T10:00:00.000Z", receivedAt: "2026-10-20T10:00:00.000Z" };
    expect(await rules.tell("dele", "check-in.record", checkIn("late"), moment)).toBe("applied");
  });

  test("whose time is over and who is the squad's PM acts on behalf again", async () => {
    const delegate = { memberId: idOf("imani"), untilOn: "2026-10-06" };
    await rules.must("ben", "member.set-delegate", { memberId: idOf("ben"), delegate });
    await rules.must("imani", "check-in.record", checkIn("in time"));
    expect(rules.get("check-in", idOf("in time")).onBehalf).toBeUndefined();
    rules.now = "2026-10-07T08:00:00.000Z";
    await rules.must("imani", "check-in.record", checkIn("after"));
    expect(rules.get("check-in", idOf("after")).onBehalf).toBe(true);
  });
});

describe("after Ben's key result was given to Sam on 12 October", () => {
  const moved = "2026-10-12T09:00:00.000Z";
  const before = "2026-10-12T08:59:00.000Z";
  const days = (count: number) => new Date(Date.parse(moved) + count * 86_400_000).toISOString();

  beforeEach(async () => {
    rules.now = moved;
    await rules.must("imani", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("sam") });
  });

  test("what Ben said before is still his, for 14 days", async () => {
    const moment = { at: before, receivedAt: days(14) };
    expect(await rules.tell("ben", "check-in.record", checkIn("in grace"), moment)).toBe("applied");
    expect(rules.get("check-in", idOf("in grace"))).toMatchObject({ authorId: idOf("ben") });
    expect(rules.get("check-in", idOf("in grace")).onBehalf).toBeUndefined();
    const late = { at: before, receivedAt: days(14.001) };
    expect(await rules.tell("ben", "check-in.record", checkIn("too late"), late)).toBe(
      "reassigned keyResultId",
    );
  });

  test("what Ben said at that very moment is still his", async () => {
    const moment = { at: moved, receivedAt: days(1) };
    expect(await rules.tell("ben", "check-in.record", checkIn("to the moment"), moment)).toBe("applied");
  });

  test("what Ben says after it is told that it moved on", async () => {
    const moment = { receivedAt: "2026-10-12T09:00:00.001Z" };
    expect(await rules.tell("ben", "check-in.record", checkIn("after"), moment)).toBe(
      "reassigned keyResultId",
    );
  });

  test("his delegate is treated as he is: taken for before, told for after", async () => {
    const moment = { at: before, receivedAt: days(3) };
    expect(await rules.tell("dele", "check-in.record", checkIn("before"), moment)).toBe("applied");
    expect(rules.get("check-in", idOf("before")).onBehalf).toBeUndefined();
    const after = { receivedAt: days(2) };
    expect(await rules.tell("dele", "check-in.record", checkIn("after"), after)).toBe(
      "reassigned keyResultId",
    );
  });

  test("the new owner checks in as themselves, even when their clock is behind", async () => {
    const moment = { at: before, receivedAt: days(1) };
    expect(await rules.tell("sam", "check-in.record", checkIn("sam"), moment)).toBe("applied");
    expect(rules.get("check-in", idOf("sam")).onBehalf).toBeUndefined();
  });

  test("somebody who never owned it is only forbidden", async () => {
    expect(await rules.tell("olu", "check-in.record", checkIn("olu"))).toBe("forbidden");
  });

  test("a journal offered again after a restore has no 14-day limit, and still judges by when", async () => {
    const moment = { at: before, receivedAt: days(90), healing: true };
    expect(await rules.tell("ben", "check-in.record", checkIn("healed"), moment)).toBe("applied");
    const after = { at: days(1), receivedAt: days(90), healing: true };
    expect(await rules.tell("ben", "check-in.record", checkIn("not his"), after)).toBe(
      "reassigned keyResultId",
    );
  });

  test("given back to Ben, he owns it again, and Sam's time stays Sam's", async () => {
    rules.now = days(2);
    await rules.must("sam", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("ben") });
    expect(await rules.tell("ben", "check-in.record", checkIn("back"))).toBe("applied");
    const moment = { at: days(1), receivedAt: days(3) };
    expect(await rules.tell("sam", "check-in.record", checkIn("sams"), moment)).toBe("applied");
    const after = { at: days(2.5), receivedAt: days(3) };
    expect(await rules.tell("sam", "check-in.record", checkIn("none"), after)).toBe("reassigned keyResultId");
  });

  test("once he is removed from the workspace he has no say any more", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    const moment = { at: before, receivedAt: days(1) };
    expect(await rules.tell("ben", "check-in.record", checkIn("gone"), moment)).not.toBe("applied");
  });
});
