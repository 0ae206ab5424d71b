import { beforeEach, describe, expect, test } from "vitest";
import { standing } from "../../../shared/check-ins/history.ts";
import { delegated, finishes, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const original = idOf("a check-in");
const made = "2026-10-05T08:00:00.000Z";
const hours = (count: number) => new Date(Date.parse(made) + count * 3_600_000).toISOString();
const anew = (name: string, value: number) => ({
  id: idOf(name),
  checkInId: original,
  value,
  confidence: 6,
});
const takeBack = { id: idOf("taken back"), checkInId: original };

let rules: Rules;
beforeEach(async () => {
  rules = await delegated();
  await rules.must("ben", "check-in.record", {
    ...{ id: original, keyResultId: finishes, value: 0.2, confidence: 7 },
    ...{ note: "Typed in a hurry.", blocked: "The licence is late." },
  });
});
const latest = () => standing(rules.all("check-in")).map((one) => one.latest.value);

describe("amending", () => {
  test("adds a row for the same occurrence; the first one stays as it was", async () => {
    rules.now = hours(5);
    expect(await rules.tell("ben", "check-in.amend", { ...anew("again", 0.21), note: "Late events." })).toBe(
      "applied",
    );
    expect(rules.get("check-in", original)).toMatchObject({ value: 0.2, note: "Typed in a hurry." });
    expect(rules.get("check-in", idOf("again"))).toMatchObject({
      amends: original,
      at: hours(5),
      occurrenceOn: "2026-10-05",
      value: 0.21,
      note: "Late events.",
    });
    expect(latest()).toEqual([0.21]);
  });

  test("may happen until 72 hours after, to the millisecond, by when it was said", async () => {
    const late = { at: hours(72), receivedAt: hours(500) };
    expect(await rules.tell("ben", "check-in.amend", anew("in time", 0.21), late)).toBe("applied");
    const tooLate = { receivedAt: "2026-10-08T08:00:00.001Z" };
    expect(await rules.tell("ben", "check-in.amend", anew("too late", 0.22), tooLate)).toBe(
      "amend_too_late checkInId",
    );
  });

  test("of an amendment amends the check-in behind it, and its 72 hours do not begin anew", async () => {
    rules.now = hours(70);
    await rules.must("ben", "check-in.amend", anew("second", 0.21));
    const third = { ...anew("third", 0.22), checkInId: idOf("second") };
    expect(await rules.tell("ben", "check-in.amend", third)).toBe("applied");
    expect(rules.get("check-in", idOf("third")).amends).toBe(original);
    rules.now = hours(73);
    expect(await rules.tell("ben", "check-in.amend", { ...third, id: idOf("fourth") })).toBe(
      "amend_too_late checkInId",
    );
  });

  test("what was said last counts, although the other phone's clock runs an hour ahead", async () => {
    rules.now = hours(4);
    await rules.must("ben", "check-in.amend", anew("fast phone", 0.21));
    await rules.must("ben", "check-in.amend", anew("slow phone", 0.22), { at: hours(3) });
    expect(latest()).toEqual([0.22]);
    expect(rules.get("check-in", idOf("slow phone")).at > hours(4)).toBe(true);
  });

  test.each([
    ["one", "two"],
    ["two", "one"],
  ])("of two in the same millisecond, %s and then %s, the second counts", async (first, second) => {
    await rules.must("ben", "check-in.amend", anew(first, 0.21));
    await rules.must("ben", "check-in.amend", anew(second, 0.22));
    expect(latest()).toEqual([0.22]);
  });

  test("is the author's alone: not the owner's for a delegate, not the admin's", async () => {
    await rules.must("dele", "check-in.record", {
      ...{ id: idOf("by dele"), keyResultId: finishes, value: 0.19, confidence: 5 },
    });
    const change = { ...anew("changed", 0.2), checkInId: idOf("by dele") };
    for (const who of ["ben", "imani", "ada", "dora", "vic", "cleo"])
      expect(await rules.tell(who, "check-in.amend", change)).toBe("not_author checkInId");
    expect(await rules.tell("dele", "check-in.amend", change)).toBe("applied");
  });

  test("keeps to what the key result measures", async () => {
    const { value: _value, ...silent } = anew("silent", 0);
    expect(await rules.tell("ben", "check-in.amend", silent)).toBe("value_required value");
  });

  test("of an unknown check-in is not found", async () => {
    expect(await rules.tell("ben", "check-in.amend", { ...anew("x", 1), checkInId: idOf("gone") })).toBe(
      "not_found checkInId",
    );
  });

  test("told twice writes once; with other words it is a clash", async () => {
    await rules.must("ben", "check-in.amend", anew("again", 0.21));
    rules.now = hours(100);
    expect(await rules.tell("ben", "check-in.amend", anew("again", 0.21))).toBe("unchanged");
    expect(await rules.tell("ben", "check-in.amend", anew("again", 0.22))).toBe("id_conflict id");
    expect(await rules.tell("ben", "check-in.amend", { ...anew("again", 0.2), id: original })).toBe(
      "id_conflict id",
    );
  });

  test("is over once the key result is graded", async () => {
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ben", "key-result.grade", { keyResultId: finishes });
    expect(await rules.tell("ben", "check-in.amend", anew("again", 0.21))).toBe("cycle_closed keyResultId");
  });
});

describe("taking back", () => {
  test("leaves the history and counts as never made, its blocker gone with it", async () => {
    expect(await rules.tell("ben", "check-in.retract", takeBack)).toBe("applied");
    expect(rules.all("check-in")).toHaveLength(2);
    expect(rules.get("check-in", takeBack.id)).toMatchObject({ retracted: true, amends: original });
    expect(rules.get("check-in", takeBack.id).note).toBeUndefined();
    expect(latest()).toEqual([]);
    expect(rules.find("blocker", original)).toBeUndefined();
  });

  test("leaves a blocker alone that was resolved meanwhile, or that somebody raised apart", async () => {
    await rules.must("ben", "blocker.resolve", { blockerId: original });
    await rules.must("ben", "blocker.raise", { id: idOf("apart"), keyResultId: finishes, text: "Apart." });
    await rules.must("ben", "check-in.retract", takeBack);
    expect(rules.all("blocker")).toHaveLength(2);
  });

  test("twice, from two phones, is once", async () => {
    await rules.must("ben", "check-in.retract", takeBack);
    expect(await rules.tell("ben", "check-in.retract", takeBack)).toBe("unchanged");
    expect(await rules.tell("ben", "check-in.retract", { ...takeBack, id: idOf("other") })).toBe("unchanged");
  });

  test("cannot be undone by an amendment that was on its way", async () => {
    await rules.must("ben", "check-in.retract", takeBack);
    expect(await rules.tell("ben", "check-in.amend", anew("again", 0.21))).toBe("state_conflict checkInId");
    expect(latest()).toEqual([]);
  });

  test("takes its amendments along, whichever is named, and whatever the clock says", async () => {
    rules.now = hours(2);
    await rules.must("ben", "check-in.amend", anew("again", 0.21));
    const moment = { at: hours(1), receivedAt: hours(3) };
    const byAmendment = { ...takeBack, checkInId: idOf("again") };
    expect(await rules.tell("ben", "check-in.retract", byAmendment, moment)).toBe("applied");
    expect(latest()).toEqual([]);
  });

  test("is the author's, for 72 hours, until the grade", async () => {
    expect(await rules.tell("imani", "check-in.retract", takeBack)).toBe("not_author checkInId");
    const moment = { receivedAt: hours(72.1) };
    expect(await rules.tell("ben", "check-in.retract", takeBack, moment)).toBe("amend_too_late checkInId");
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ben", "key-result.grade", { keyResultId: finishes });
    expect(await rules.tell("ben", "check-in.retract", takeBack)).toBe("cycle_closed checkInId");
  });

  test("sent again, the check-in stays taken back", async () => {
    await rules.must("ben", "check-in.retract", takeBack);
    const again = { id: original, keyResultId: finishes, value: 0.2, confidence: 7 };
    const told = { ...again, note: "Typed in a hurry.", blocked: "The licence is late." };
    expect(await rules.tell("ben", "check-in.record", told)).toBe("unchanged");
    expect(latest()).toEqual([]);
  });
});
