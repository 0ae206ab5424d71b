import { beforeEach, describe, expect, test } from "vitest";
import { finishes, ours, q4, running } from "../../support/cast.ts";
import { idOf, type Moment, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
  await checkIn("first");
});
const checkIn = (name: string, moment?: Moment) =>
  rules.tell(
    "ben",
    "check-in.record",
    { id: idOf(name), keyResultId: finishes, value: 0.2, confidence: 7 },
    moment,
  );

describe("late check-ins", () => {
  test("are taken while the cycle is being graded, until their key result is", async () => {
    rules.now = "2027-01-04T08:00:00.000Z";
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await checkIn("late")).toBe("applied");
    await rules.must("ben", "key-result.grade", { keyResultId: finishes });
    expect(await checkIn("too late")).toBe("cycle_closed keyResultId");
  });

  test("are refused once the cycle is closed", async () => {
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    expect(await checkIn("too late")).toBe("cycle_closed keyResultId");
  });

  test("are refused when the key result was dropped meanwhile", async () => {
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await checkIn("too late")).toBe("key_result_not_running keyResultId");
  });
});

describe("healing a server that was restored from an older backup", () => {
  const healing = true;

  test("a check-in from before the close comes back, one from after does not", async () => {
    rules.now = "2027-01-04T08:00:00.000Z";
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    rules.now = "2027-01-05T08:00:00.000Z";
    await rules.must("ben", "key-result.grade", { keyResultId: finishes });
    rules.now = "2027-01-08T08:00:00.000Z";
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    const graded = "2027-01-05T08:00:00.000Z";
    expect(await checkIn("before", { at: graded, receivedAt: "2027-02-01T08:00:00.000Z", healing })).toBe(
      "applied",
    );
    const after = { at: "2027-01-05T08:00:00.001Z", receivedAt: "2027-02-01T08:00:00.000Z", healing };
    expect(await checkIn("after", after)).toBe("cycle_closed keyResultId");
  });

  test("in a closed cycle, of a key result nobody graded, the moment of the close decides", async () => {
    await rules.must("ben", "check-in.retract", { id: idOf("r"), checkInId: idOf("first") });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    const received = "2027-02-01T08:00:00.000Z";
    expect(await checkIn("before", { at: rules.now, receivedAt: received, healing })).toBe("applied");
    expect(await checkIn("after", { receivedAt: received, healing })).toBe("cycle_closed keyResultId");
  });

  test("is taken before the admin's phone has brought back the commit, or after a drop", async () => {
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await checkIn("dropped", { healing })).toBe("applied");
  });

  test("keeps every other rule: a draft's value is still asked for", async () => {
    const silent = { id: idOf("silent"), keyResultId: finishes, confidence: 7 };
    expect(await rules.tell("ben", "check-in.record", silent, { healing })).toBe("value_required value");
    expect(await rules.tell("olu", "check-in.record", { ...silent, value: 1 }, { healing })).toBe(
      "forbidden",
    );
  });
});

test("a dropped objective drops its key results, which take nothing any more", async () => {
  await rules.must("imani", "objective.drop", { objectiveId: ours });
  expect(await checkIn("too late")).toBe("key_result_not_running keyResultId");
});
