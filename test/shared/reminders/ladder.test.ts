import { beforeEach, describe, expect, it } from "vitest";
import { owed } from "../../../shared/check-ins/owed.ts";
import { planOf } from "../../../shared/reminders/ladder.ts";
import { roundsOf } from "../../../shared/reminders/view.ts";
import { finishes, podcasts, q4, running } from "../../support/cast.ts";
import { plannedIn, plansIn, viewIn } from "../../support/reminding.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Ben's key result in podcasts (PM Imani, members Ben and Sam) runs from 28 September; the quarter from 1 October. */
const week = ["2026-10-04T00:00:00Z", "2026-10-11T00:00:00Z"] as const;

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

describe("the ladder of a week", () => {
  it("goes from the nudge on Monday over Tuesday to the PM on Wednesday and the squad on Thursday", () => {
    const kinds = ["nudge", "nudge-again", "metric-check", "miss", "digest"] as const;
    expect(plannedIn(rules, ...week, ...kinds)).toEqual([
      "nudge ben 2026-10-05T07:00",
      "nudge-again ben 2026-10-06T07:00",
      "metric-check imani 2026-10-07T07:00",
      "miss imani 2026-10-07T07:00",
      "digest ben 2026-10-08T07:00",
      "digest imani 2026-10-08T07:00",
      "digest sam 2026-10-08T07:00",
    ]);
  });

  it("asks again on the next day the owner works, and never after the next one opens", async () => {
    const mine = { memberId: idOf("ben"), workdays: [1, 3, 5] };
    await rules.must("ben", "member.set-preferences", mine);
    expect(plannedIn(rules, ...week, "nudge-again")).toEqual(["nudge-again ben 2026-10-07T07:00"]);
    await rules.must("ben", "member.set-preferences", { ...mine, workdays: [1] });
    expect(plannedIn(rules, ...week, "nudge-again")).toEqual([]);
  });

  it("nudges nobody for what starts in the middle of a week, however late they can be asked", async () => {
    const mine = { memberId: idOf("ben"), daysOff: ["2026-09-28", "2026-09-29", "2026-09-30"] };
    await rules.must("ben", "member.set-preferences", mine);
    const middle = ["2026-09-27T00:00:00Z", "2026-10-05T00:00:00Z"] as const;
    expect(plannedIn(rules, ...middle, "nudge", "nudge-again")).toEqual([]);
    rules.now = "2026-10-01T08:00:00.000Z";
    const owing = owed(idOf("ben"), roundsOf(viewIn(rules), idOf("ben"), rules.now));
    expect(owing.map((one) => [one.occurrence.dueOn, one.debt])).toEqual([["2026-09-28", "open"]]);
  });

  it("follows the workspace's working days: due on Thursday, the PM hears on Monday, the squad on Tuesday", async () => {
    const rhythm = { dueDay: 4, dueTime: "09:00", openDaysBefore: 3, focusTime: "09:30" };
    await rules.must("ada", "workspace.set-rhythm", { rhythm: { ...rhythm, workdays: [1, 2, 3, 4, 5] } });
    const later = ["2026-10-11T00:00:00Z", "2026-10-18T00:00:00Z"] as const;
    expect(plannedIn(rules, ...later, "metric-check", "digest")).toEqual([
      "metric-check imani 2026-10-12T07:00",
      ...["ben", "imani", "sam"].map((one) => `digest ${one} 2026-10-13T07:00`),
    ]);
  });

  it("asks the PM at the hour they look at metrics", async () => {
    const at = { memberId: idOf("imani"), checkInTime: "08:30", metricCheckTime: "16:00" };
    await rules.must("imani", "member.set-preferences", at);
    expect(plannedIn(rules, ...week, "metric-check")).toEqual(["metric-check imani 2026-10-07T14:00"]);
    expect(plannedIn(rules, ...week, "digest")[0]).toBe("digest imani 2026-10-08T06:30");
  });

  it("turns to the director where the squad has no PM, or the PM is away, and then to the admin", async () => {
    await rules.must("imani", "member.set-delegate", {
      ...{ memberId: idOf("imani"), delegate: { memberId: idOf("olu"), untilOn: "2026-10-07" } },
    });
    expect(plannedIn(rules, ...week, "metric-check")).toEqual(["metric-check dora 2026-10-07T07:00"]);
    await rules.must("ada", "member.set-role", { memberId: idOf("dora"), role: "member" });
    expect(plannedIn(rules, ...week, "metric-check")).toEqual(["metric-check ada 2026-10-07T07:00"]);
    const next = ["2026-10-11T00:00:00Z", "2026-10-18T00:00:00Z"] as const;
    expect(plannedIn(rules, ...next, "metric-check")).toEqual(["metric-check imani 2026-10-14T07:00"]);
  });

  it("brings the focus to everybody in the squad on their own working days, at their own time", async () => {
    await rules.must("sam", "member.set-preferences", {
      ...{ memberId: idOf("sam"), focusTime: "08:15", workdays: [2], daysOff: [] },
    });
    const days = plannedIn(rules, ...week, "focus");
    expect(days.filter((one) => one.includes("sam"))).toEqual(["focus sam 2026-10-06T06:15"]);
    expect(days.filter((one) => one.includes("ben")).map((one) => one.slice(10))).toEqual(
      ["05", "06", "07", "08", "09"].map((day) => `2026-10-${day}T07:30`),
    );
    expect(days.some((one) => /olu|stew|ada/.test(one))).toBe(false);
  });

  it("says nothing of a focus on a day off, and ends with the cycle's days", async () => {
    await rules.must("ben", "member.set-preferences", { memberId: idOf("ben"), daysOff: ["2026-10-06"] });
    expect(plannedIn(rules, ...week, "focus").some((one) => one.includes("ben 2026-10-06"))).toBe(false);
    const after = ["2026-12-30T00:00:00Z", "2027-01-08T00:00:00Z"] as const;
    expect(plannedIn(rules, ...after, "focus").map((one) => one.slice(-16, -6))).toEqual(
      ["30", "30", "30", "31", "31", "31"].map((day) => `2026-12-${day}`),
    );
    expect(plannedIn(rules, ...after, "nudge", "nudge-again")).toEqual([]);
    const january = ["2027-01-01T00:00:00Z", "2027-01-20T00:00:00Z"] as const;
    expect(plannedIn(rules, ...january, "nudge", "metric-check", "miss", "digest", "focus")).toEqual([]);
  });

  it("is gone for a squad that is dismissed, a cycle that is graded, a member who was removed", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("sam") });
    expect(plannedIn(rules, ...week).some((one) => one.includes("sam"))).toBe(false);
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(plannedIn(rules, ...week, "nudge", "metric-check", "miss", "digest", "focus")).toEqual([]);
  });
});

describe("the ladder beyond the week", () => {
  it("names the month on its first working day and three working days later, to the directors", () => {
    expect(plannedIn(rules, "2026-10-15T00:00:00Z", "2026-11-30T00:00:00Z", "review-monthly")).toEqual([
      "review-monthly dora 2026-11-02T08:00",
      "review-monthly dora 2026-11-05T08:00",
    ]);
  });

  it("asks for the commit a week before a planned cycle and on its first day", async () => {
    const q1 = { id: idOf("cycle Q1"), name: "Q1 2027", startsOn: "2027-01-04", endsOn: "2027-03-31" };
    await rules.must("ada", "cycle.open", q1);
    const winter = ["2026-12-15T00:00:00Z", "2027-01-15T00:00:00Z"] as const;
    expect(plannedIn(rules, ...winter, "cycle-commit")).toEqual([
      "cycle-commit ada 2026-12-28T08:00",
      "cycle-commit ada 2027-01-04T08:00",
    ]);
  });

  it("asks for the grading after the end and a week later, and for the look back after three working days", () => {
    const winter = ["2026-12-15T00:00:00Z", "2027-01-15T00:00:00Z"] as const;
    expect(plannedIn(rules, ...winter, "grading", "retro")).toEqual([
      "grading ada 2027-01-01T08:00",
      "retro ada 2027-01-05T08:00",
      "grading ada 2027-01-08T08:00",
    ]);
  });

  it("asks those who may for what the cpo may not do: a title alone closes no cycle", async () => {
    await rules.must("ada", "member.set-title", { memberId: idOf("ada"), title: null });
    await rules.must("ada", "member.set-title", { memberId: idOf("olu"), title: "cpo" });
    const after = ["2026-12-28T00:00:00Z", "2027-01-20T00:00:00Z"] as const;
    const asked = new Set(plansIn(rules, ...after, "grading", "retro").map((one) => one.memberId));
    expect(asked).toEqual(new Set([idOf("ada")]));
  });

  it("asks cpo and ceo for the North Star two weeks before its day and on it", async () => {
    await rules.must("ada", "north-star.commit", { northStarId: idOf("north star") });
    await rules.must("dora", "north-star.commit", { northStarId: idOf("north star") });
    const { revalidateOn } = rules.get("north-star", idOf("north star"));
    expect(revalidateOn).toBe("2027-10-05");
    expect(plannedIn(rules, "2027-09-15T00:00:00Z", "2027-10-15T00:00:00Z", "revalidate")).toEqual([
      "revalidate ada 2027-09-21T07:00",
      "revalidate dora 2027-09-21T07:00",
      "revalidate ada 2027-10-05T07:00",
      "revalidate dora 2027-10-05T07:00",
    ]);
  });

  it("tells who signs, but did not open it, once of a North Star opened early, on the next working day", async () => {
    for (const name of ["ada", "dora"])
      await rules.must(name, "north-star.commit", { northStarId: idOf("north star") });
    const friday = { at: "2027-02-12T15:00:00.000Z", receivedAt: "2027-02-12T15:00:00.000Z" };
    const pivot = { northStarId: idOf("north star"), trigger: "pivot" };
    const told = () => plannedIn(rules, "2027-02-01T00:00:00Z", "2027-09-01T00:00:00Z", "revalidate");
    expect(told()).toEqual([]);
    await rules.must("ada", "north-star.reconsider", pivot, friday);
    expect(told()).toEqual(["revalidate dora 2027-02-15T08:00"]);
  });

  it("does not tell of one opened in the two weeks before its day beside what comes anyway", async () => {
    for (const name of ["ada", "dora"])
      await rules.must(name, "north-star.commit", { northStarId: idOf("north star") });
    const near = { at: "2027-09-21T15:00:00.000Z", receivedAt: "2027-09-21T15:00:00.000Z" };
    await rules.must(
      "ada",
      "north-star.reconsider",
      { northStarId: idOf("north star"), trigger: "yearly" },
      near,
    );
    expect(plannedIn(rules, "2027-09-15T00:00:00Z", "2027-10-15T00:00:00Z", "revalidate")).toHaveLength(4);
  });
});

describe("what happens is said at once", () => {
  it("to whoever is given a running key result, and not to who takes it", async () => {
    rules.now = "2026-10-06T10:00:00.000Z";
    await rules.must("imani", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("sam") });
    expect(plannedIn(rules, ...week, "assigned")).toEqual(["assigned sam 2026-10-06T10:00"]);
    await rules.must("imani", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("imani") });
    expect(plannedIn(rules, ...week, "assigned")).toEqual([]);
  });

  it("to the owner a PM asks, in the morning when it is night, and for a day", async () => {
    rules.now = "2026-10-06T20:30:00.000Z";
    await rules.must("imani", "nudge.send", { id: idOf("ask"), keyResultId: finishes });
    const [asked] = plansIn(rules, ...week, "asked");
    expect(asked).toMatchObject({
      ...{ memberId: idOf("ben"), subjectId: finishes, occurrenceOn: "2026-10-06" },
      ...{ plannedFor: "2026-10-07T06:00:00.000Z", untilAt: "2026-10-08T06:00:00.000Z" },
    });
  });

  it("also to who stands in for an owner who is away", async () => {
    const delegate = { memberId: idOf("dele"), untilOn: "2026-10-16" };
    await rules.must("ben", "member.set-delegate", { memberId: idOf("ben"), delegate });
    await rules.must("imani", "nudge.send", { id: idOf("ask"), keyResultId: finishes });
    expect(plannedIn(rules, ...week, "asked")).toEqual([
      "asked ben 2026-10-05T08:00",
      "asked dele 2026-10-05T08:00",
    ]);
  });
});

describe("a plan", () => {
  it("has each message once, and is the same in parts and in one go", () => {
    const [from, to] = ["2026-10-01T00:00:00Z", "2027-01-20T00:00:00Z"];
    const key = (one: object) => JSON.stringify(one);
    const whole = planOf(viewIn(rules), from, to).map(key);
    const keys = plansIn(rules, from, to).map(
      ({ kind, subjectId, memberId, occurrenceOn }) => `${kind} ${subjectId} ${memberId} ${occurrenceOn}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    const parts: string[] = [];
    for (let at = Date.parse(from); at < Date.parse(to); at += 5.5 * 86_400_000)
      parts.push(
        ...planOf(
          viewIn(rules),
          new Date(at).toISOString(),
          new Date(Math.min(Date.parse(to), at + 5.5 * 86_400_000)).toISOString(),
        ).map(key),
      );
    expect(parts.sort()).toEqual(whole.sort());
  });

  it("keeps everybody's nine o'clock through the change of clocks", () => {
    const october = ["2026-10-19T00:00:00Z", "2026-11-01T00:00:00Z"] as const;
    const digests = plannedIn(rules, ...october, "digest").filter((one) => one.includes("ben"));
    expect(digests).toEqual(["digest ben 2026-10-22T07:00", "digest ben 2026-10-29T08:00"]);
  });

  it("leaves squads without a running key result alone", async () => {
    await rules.must("ada", "squad.form", { id: idOf("idle"), name: "Idle" });
    await rules.must("ada", "squad.assign", { squadId: idOf("idle"), memberId: idOf("olu"), as: "pm" });
    expect(plannedIn(rules, ...week).some((one) => one.includes("olu"))).toBe(false);
    expect(new Set(plansIn(rules, ...week, "focus").map((one) => one.subjectId))).toEqual(
      new Set([podcasts]),
    );
  });
});
