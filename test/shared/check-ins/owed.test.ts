import { beforeEach, describe, expect, test } from "vitest";
import { closedOccurrences, owed, type Rounds, squadWeek } from "../../../shared/check-ins/owed.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { alsoRunning, delegated, finishes, podcasts, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Dele stands in for Ben until Friday 16 October; the quarter began on Thursday 1 October. */
let rules: Rules;
beforeEach(async () => {
  rules = await delegated();
});

const rounds = (at: string): Rounds => ({
  at,
  rhythm: rules.all("workspace")[0]!.rhythm,
  members: rules.all("member"),
  cycles: rules.all("cycle"),
  keyResults: rules.all("key-result"),
  checkIns: rules.all("check-in"),
});
const owedBy = (who: string, at: string) =>
  owed(idOf(who), rounds(at)).map(({ keyResult, debt }) => `${keyResult.title}: ${debt}`);
const checkIn = (name: string, at: string, keyResultId = finishes) =>
  rules.must(
    "ben",
    "check-in.record",
    { id: idOf(name), keyResultId, value: 0.2, confidence: 5 },
    { at, receivedAt: "2027-01-01T00:00:00.000Z" },
  );
const title = "Finished episodes, 18% to 26%";

describe("what Ben owes", () => {
  test.each([
    ["on Friday when the window opens", "2026-10-02T08:00:00Z", "open"],
    ["on Monday", "2026-10-05T05:00:00Z", "due"],
    ["on Tuesday, still in time", "2026-10-06T20:00:00Z", "due"],
    ["on Wednesday", "2026-10-07T08:00:00Z", "late"],
    ["until Thursday midnight where he lives", "2026-10-08T21:59:00Z", "late"],
    ["and from Friday the next one", "2026-10-08T22:00:00Z", "open"],
  ])("%s", (_, at, debt) => {
    expect(owedBy("ben", at)).toEqual([`${title}: ${debt}`]);
  });

  test("is nothing once he has checked in for the week, until the next window opens", async () => {
    await checkIn("week 1", "2026-10-03T08:00:00Z");
    expect(owedBy("ben", "2026-10-07T08:00:00Z")).toEqual([]);
    expect(owedBy("ben", "2026-10-09T08:00:00Z")).toEqual([`${title}: open`]);
  });

  test("is owed again when he takes the check-in back", async () => {
    await checkIn("week 1", "2026-10-05T08:00:00Z");
    await rules.must("ben", "check-in.retract", { id: idOf("r"), checkInId: idOf("week 1") });
    expect(owedBy("ben", "2026-10-05T09:00:00Z")).toEqual([`${title}: due`]);
  });

  test("names the occurrence, the owner, and who stands in", () => {
    const [one] = owed(idOf("ben"), rounds("2026-10-05T08:00:00Z"));
    expect(one).toMatchObject({
      occurrence: { dueOn: "2026-10-05" },
      owner: { id: idOf("ben") },
      delegateId: idOf("dele"),
    });
    const [later] = owed(idOf("ben"), rounds("2026-10-17T08:00:00Z"));
    expect(later?.delegateId).toBeUndefined();
  });

  test("is asked once more after a moved due day only if that week has no check-in", async () => {
    await checkIn("monday", "2026-10-05T08:00:00Z");
    await rules.must("ada", "workspace.set-rhythm", { rhythm: { ...defaultRhythm, dueDay: 3 } });
    expect(owedBy("ben", "2026-10-07T08:00:00Z")).toEqual([]);
    expect(owedBy("ben", "2026-10-14T08:00:00Z")).toEqual([`${title}: due`]);
  });

  test("begins with the cycle and ends with it; the last week's window opened within", () => {
    expect(owedBy("ben", "2026-09-30T08:00:00Z")).toEqual([]);
    expect(owedBy("ben", "2026-12-28T08:00:00Z")).toEqual([`${title}: due`]);
    expect(owedBy("ben", "2027-01-01T08:00:00Z")).toEqual([]);
  });

  test("is over while the cycle is graded, and for what was dropped", async () => {
    const other = await alsoRunning(rules, "other", {});
    await rules.must("imani", "key-result.drop", { keyResultId: other });
    expect(owedBy("ben", "2026-10-05T08:00:00Z")).toEqual([`${title}: due`]);
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(owedBy("ben", "2026-10-05T08:00:00Z")).toEqual([]);
  });
});

describe("a key result committed in the middle of a week", () => {
  beforeEach(async () => {
    rules.now = "2026-10-06T12:00:00.000Z";
    await alsoRunning(rules, "fresh", {});
  });

  test("is asked for its first value at once, without being late", () => {
    expect(owedBy("ben", "2026-10-06T13:00:00Z")).toContain("fresh: open");
    expect(owedBy("ben", "2026-10-08T13:00:00Z")).toContain("fresh: open");
    expect(owedBy("ben", "2026-10-14T13:00:00Z")).toContain("fresh: late");
  });

  test("once it has one, waits for its first due day", async () => {
    await checkIn("first value", "2026-10-06T13:00:00.000Z", idOf("fresh"));
    expect(owedBy("ben", "2026-10-07T13:00:00Z")).toEqual([`${title}: late`]);
  });
});

describe("what others owe", () => {
  test("Dele owes Ben's while standing in, after their own of the same debt", async () => {
    await alsoRunning(rules, "zebra of Dele", { ownerId: idOf("dele") });
    await checkIn("week 1", "2026-10-05T08:00:00.000Z");
    await alsoRunning(rules, "aardvark of Ben", {});
    expect(owedBy("dele", "2026-10-12T08:00:00Z")).toEqual([
      "zebra of Dele: due",
      "aardvark of Ben: due",
      `${title}: due`,
    ]);
    expect(owedBy("dele", "2026-10-17T08:00:00Z")).toEqual(["zebra of Dele: open"]);
  });

  test("Dele owes on the last day of standing in, and not the day after", () => {
    expect(owedBy("dele", "2026-10-16T21:00:00Z")).toEqual([`${title}: open`]);
    expect(owedBy("dele", "2026-10-16T22:00:00Z")).toEqual([]);
  });

  test("what is due stands before what is open, whoever owns it", async () => {
    rules.now = "2026-10-06T12:00:00.000Z";
    await alsoRunning(rules, "just begun", { ownerId: idOf("dele") });
    expect(owedBy("dele", "2026-10-06T13:00:00Z")).toEqual([`${title}: due`, "just begun: open"]);
  });

  test("nobody else owes anything", () => {
    for (const who of ["ada", "dora", "imani", "sam", "vic", "cleo"])
      expect(owedBy(who, "2026-10-05T08:00:00Z")).toEqual([]);
  });

  test("late stands before due, whoever owns it, each by the day where its owner lives", async () => {
    await rules.must("dele", "member.set-zone", { memberId: idOf("dele"), zone: "Asia/Tokyo" });
    await alsoRunning(rules, "of Dele", { ownerId: idOf("dele") });
    await rules.must("ben", "member.set-zone", { memberId: idOf("ben"), zone: "America/Los_Angeles" });
    const at = "2026-10-13T16:00:00Z";
    expect(owedBy("dele", at)).toEqual(["of Dele: late", `${title}: due`]);
  });
});

describe("the squad's week", () => {
  const week = (at: string) => {
    const squad = rules.get("squad", podcasts);
    return Object.fromEntries(
      squadWeek(squad, rounds(at)).map(({ memberId, state, done, of }) => [
        Object.keys({ ben: 0, imani: 0, sam: 0, dele: 0 }).find((name) => idOf(name) === memberId),
        `${state} ${done}/${of}`,
      ]),
    );
  };

  test("shows who is done, who still has time and who owes nothing", async () => {
    await alsoRunning(rules, "of Sam", { ownerId: idOf("sam") });
    await checkIn("ben", "2026-10-05T08:00:00.000Z");
    expect(week("2026-10-06T08:00:00Z")).toEqual({
      ben: "on-time 1/1",
      sam: "waiting 0/1",
      imani: "nothing-owed 0/0",
    });
  });

  test("tells late from missing on Wednesday", async () => {
    const second = await alsoRunning(rules, "second", {});
    rules.now = "2026-10-14T08:00:00.000Z";
    await checkIn("late", "2026-10-14T08:00:00.000Z");
    expect(week("2026-10-14T09:00:00Z").ben).toBe("missing 1/2");
    await checkIn("late too", "2026-10-14T08:30:00.000Z", second);
    expect(week("2026-10-14T09:00:00Z").ben).toBe("late 2/2");
  });

  test("includes an owner who is not in the squad", async () => {
    await alsoRunning(rules, "of Dele", { ownerId: idOf("dele") });
    expect(week("2026-10-12T08:00:00Z").dele).toBe("waiting 0/1");
  });
});

describe("closed occurrences", () => {
  const quarter = { startsOn: "2026-10-01", endsOn: "2026-12-31" };
  const due = (on: string, committedAt?: string) =>
    closedOccurrences(committedAt === undefined ? {} : { committedAt }, quarter, defaultRhythm, on).map(
      (one) => one.dueOn,
    );

  test("are those whose window opened in the cycle and is over", () => {
    expect(due("2026-10-08")).toEqual([]);
    expect(due("2026-10-09")).toEqual(["2026-10-05"]);
    expect(due("2026-10-23")).toEqual(["2026-10-05", "2026-10-12", "2026-10-19"]);
    expect(due("2027-03-01")).toHaveLength(13);
    expect(due("2027-03-01").at(-1)).toBe("2026-12-28");
  });

  test("begin after the key result was committed", () => {
    expect(due("2026-10-23", "2026-10-12T07:00:00.000Z")).toEqual(["2026-10-19"]);
    expect(due("2026-10-23", "2026-10-11T23:00:00.000Z")).toEqual(["2026-10-12", "2026-10-19"]);
  });
});
