import { beforeEach, describe, expect, it } from "vitest";
import { starTests } from "../../../shared/metrics/candidate-tests.ts";
import type { Due } from "../../../shared/reminders/decide.ts";
import { anomalyId } from "../../../shared/signals/anomaly-id.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import { finishes, habit, northStar, podcasts, q4, running } from "../../support/cast.ts";
import { decidedIn, plannedIn, wordOf } from "../../support/reminding.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const wednesday = "2026-10-07T08:00:00.000Z";
const check = { kind: "metric-check", subjectId: podcasts, occurrenceOn: "2026-10-05" } as const;
const miss = { ...check, kind: "miss" } as const;
const digest = { ...check, kind: "digest" } as const;
const focus = { kind: "focus", subjectId: podcasts, occurrenceOn: "2026-10-07" } as const;

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});
const word = (who: string, about: Parameters<typeof decidedIn>[2], at = wednesday) =>
  wordOf(decidedIn(rules, who, about, at));
const say = (who: string, about: Parameters<typeof decidedIn>[2], at = wednesday) => {
  const decision = decidedIn(rules, who, about, at);
  return "send" in decision ? decision.send.say : decision;
};
const checkIn = (value = 0.2) =>
  rules.must("ben", "check-in.record", { id: idOf("c1"), keyResultId: finishes, value, confidence: 6 });

describe("the PM's walk-through", () => {
  it("brings what is missing, unusual and blocked", async () => {
    await rules.must("ben", "blocker.raise", { id: idOf("b"), keyResultId: finishes, text: "No data" });
    expect(say("imani", check)).toMatchObject({
      week: { squad: "Podcasts", owed: 1, missing: [{ id: finishes }], anomalies: 0, blockers: 1 },
    });
  });

  it("comes also when everything is there, and the miss does not", async () => {
    await checkIn();
    expect(say("imani", check)).toMatchObject({ week: { owed: 1, missing: [] } });
    expect(word("imani", miss)).toBe("done");
  });

  it("still tells of the week that was missed when it comes late and the next one has been answered", async () => {
    rules.now = "2026-10-09T10:00:00.000Z";
    await checkIn();
    const late = "2026-10-12T08:00:00.000Z";
    expect(say("imani", miss, late)).toMatchObject({ week: { owed: 1, missing: [{ id: finishes }] } });
  });

  it("is done when the squad has reviewed that week, and no other", async () => {
    const review = { beat: "weekly", cycleId: q4, squadId: podcasts } as const;
    await rules.must("imani", "review.open", { ...review, on: "2026-09-28" });
    await rules.must("imani", "review.complete", { reviewId: `weekly/${podcasts}/2026-09-28` });
    expect(word("imani", check)).toBe("said");
    await rules.must("imani", "review.open", { ...review, on: "2026-10-05" });
    expect(word("imani", check)).toBe("said");
    await rules.must("imani", "review.complete", { reviewId: `weekly/${podcasts}/2026-10-05` });
    expect([word("imani", check), word("imani", miss)]).toEqual(["done", "done"]);
  });

  it("is nobody else's while the PM is there, and the director's while not", async () => {
    expect([word("dora", check), word("ben", check)]).toEqual(["nothing-owed", "nothing-owed"]);
    const delegate = { memberId: idOf("olu"), untilOn: "2026-10-09" };
    await rules.must("imani", "member.set-delegate", { memberId: idOf("imani"), delegate });
    expect([word("imani", check), word("dora", check)]).toEqual(["away", "said"]);
  });

  it("is over with the squad, the cycle, and a due day that was moved", async () => {
    expect(word("imani", { ...check, occurrenceOn: "2026-10-06" })).toBe("nothing-owed");
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect([check, miss, digest, focus].map((one) => word("imani", one))).toEqual(
      Array(4).fill("nothing-owed"),
    );
  });
});

describe("what the squad is told", () => {
  it("is how the week stands, to its members and to no others", async () => {
    await checkIn();
    expect(say("sam", digest)).toMatchObject({ week: { owed: 1, missing: [] } });
    expect([word("olu", digest), word("olu", focus)]).toEqual(["nothing-owed", "nothing-owed"]);
  });

  it("is the focus with why, one's own bets and what nothing justifies", async () => {
    const bet = { squadId: podcasts, todayOn: "2026-10-07" };
    await rules.must("sam", "bet.place", { id: idOf("x"), title: "X", ...bet, ownerId: idOf("sam") });
    await rules.must("ben", "bet.place", { id: idOf("y"), title: "Y", ...bet, keyResultId: finishes });
    expect(say("sam", focus)).toMatchObject({
      ...{ squad: "Podcasts", bets: 1, unjustified: 1 },
      words: { title: "Finished episodes, 18% to 26%" },
    });
    expect(say("ben", focus)).toMatchObject({ bets: 0, unjustified: 1 });
  });

  it("is what the squad chose", async () => {
    await rules.must("imani", "focus.choose", {
      ...{ squadId: podcasts, on: "2026-10-07", keyResultId: finishes, reason: "demo on Friday" },
    });
    expect(say("sam", focus)).toMatchObject({
      words: { why: expect.stringContaining("Imani"), detail: "demo on Friday" },
    });
  });

  it("is no focus for the PM on the day of the metric check, however late they look at metrics", async () => {
    expect([word("imani", focus), word("sam", focus)]).toEqual(["told-with", "said"]);
    expect(word("imani", { ...focus, occurrenceOn: "2026-10-06" })).toBe("said");
    await rules.must("imani", "member.set-preferences", {
      memberId: idOf("imani"),
      channels: { push: true, kinds: { "metric-check": "off" } },
    });
    expect(word("imani", focus)).toBe("told-with");
    await checkIn();
    expect(word("imani", focus)).toBe("said");
  });

  it("may have the focus again once its metric check is done", async () => {
    const review = { beat: "weekly", cycleId: q4, squadId: podcasts, on: "2026-10-05" } as const;
    await rules.must("imani", "review.open", review);
    await rules.must("imani", "review.complete", { reviewId: `weekly/${podcasts}/2026-10-05` });
    expect(word("imani", focus)).toBe("said");
  });

  it("is a digest that can wait for the next morning", () => {
    const decision = decidedIn(rules, "sam", { ...digest, untilAt: "2026-10-14T22:00:00.000Z" }, wednesday);
    expect(decision).toMatchObject({ send: { otherwise: "2026-10-08T07:00:00.000Z" } });
  });

  it("is late when the day is over", () => {
    const untilAt = "2026-10-07T22:00:00.000Z";
    expect(word("sam", { ...focus, untilAt }, untilAt)).toBe("late");
    expect(word("sam", { ...focus, untilAt }, "2026-10-07T19:00:00.000Z")).toBe("no-time");
  });
});

describe("what is asked beyond the week", () => {
  const month: Due["kind"] = "review-monthly";

  it("is done with the review of that month", async () => {
    const november = { kind: month, subjectId: idOf("workspace"), occurrenceOn: "2026-11-01" };
    const at = "2026-11-02T08:00:00.000Z";
    expect(say("dora", november, at)).toMatchObject({ keyResults: 1, blockers: 0 });
    expect(word("imani", november, at)).toBe("nothing-owed");
    rules.now = at;
    for (const on of ["2026-10-01", "2026-11-01"]) {
      expect(word("dora", november, at)).toBe("said");
      await rules.must("dora", "review.open", { beat: "monthly", cycleId: q4, on });
      await rules.must("dora", "review.complete", { reviewId: `monthly/${q4}/${on}` });
    }
    expect(word("dora", { ...november, occurrenceOn: "2026-11-02" }, at)).toBe("done");
  });

  it("is done with the commit, the close, and the look back", async () => {
    const about = (kind: Due["kind"]) => ({ kind, subjectId: q4, occurrenceOn: "2027-01-01" });
    const at = "2027-01-04T08:00:00.000Z";
    expect(word("ada", about("cycle-commit"), at)).toBe("done");
    expect(word("ada", about("grading"), "2026-12-31T08:00:00.000Z")).toBe("nothing-owed");
    expect(say("ada", about("grading"), at)).toMatchObject({ cycle: "Q4 2026", ungraded: 1 });
    rules.now = at;
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(say("ada", about("grading"), at)).toMatchObject({ ungraded: 1 });
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    expect([word("ada", about("grading"), at), word("ada", about("retro"), at)]).toEqual(["done", "said"]);
    await rules.must("ada", "review.open", { beat: "quarterly", cycleId: q4, on: "2027-01-04" });
    await rules.must("ada", "review.complete", { reviewId: `quarterly/${q4}/2027-01-04` });
    expect(word("ada", about("retro"), at)).toBe("done");
  });

  it("is the signers' as long as the North Star stands", async () => {
    await rules.must("ada", "north-star.commit", { northStarId: northStar });
    await rules.must("dora", "north-star.commit", { northStarId: northStar });
    const day = { kind: "revalidate", subjectId: northStar, occurrenceOn: "2027-10-05" } as const;
    const at = "2027-10-05T08:00:00.000Z";
    expect(say("dora", day, at)).toMatchObject({ metric: "Time spent listening", due: "now" });
    expect(say("ada", { ...day, occurrenceOn: "2027-09-21" }, at)).toMatchObject({ due: "soon" });
    expect(word("ada", { ...day, occurrenceOn: "2026-10-05" }, at)).toBe("done");
    expect(word("imani", day, at)).toBe("nothing-owed");
  });

  it("of one opened early is its signers', each until they have signed", async () => {
    for (const name of ["ada", "dora"])
      await rules.must(name, "north-star.commit", { northStarId: northStar });
    const moment = { at: "2027-02-10T15:00:00.000Z", receivedAt: "2027-02-10T15:00:00.000Z" };
    const about = { northStarId: northStar };
    await rules.must("ada", "north-star.reconsider", { ...about, trigger: "pivot" }, moment);
    const early = { kind: "revalidate", subjectId: northStar, occurrenceOn: "2027-02-10" } as const;
    const at = "2027-02-11T08:00:00.000Z";
    expect(say("dora", early, at)).toMatchObject({ metric: "Time spent listening", due: "early" });
    for (const test of starTests)
      await rules.must("ada", "north-star.judge", { ...about, test, verdict: "yes" }, moment);
    await rules.must("ada", "north-star.attest", { ...about, as: "keep" }, moment);
    await rules.must("ada", "north-star.revalidate", about, moment);
    expect(word("ada", early, at)).toBe("done");
    expect(say("dora", early, at)).toMatchObject({ due: "early" });
    await rules.must("dora", "north-star.revalidate", about, moment);
    expect(word("dora", early, at)).toBe("done");
  });
});

describe("what happened", () => {
  const assigned = { kind: "assigned", subjectId: finishes, occurrenceOn: "2026-10-05" } as const;
  const asked = { ...assigned, kind: "asked" } as const;

  it("is no news to who was given something and has worked on it, or has it no more", async () => {
    await rules.must("imani", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("sam") });
    expect(say("sam", assigned)).toMatchObject({ by: "Imani", keyResult: { id: finishes } });
    expect(word("ben", assigned)).toBe("nothing-owed");
    rules.now = "2026-10-06T08:00:00.000Z";
    const said = { id: idOf("c2"), keyResultId: finishes, value: 0.2, confidence: 6 };
    await rules.must("sam", "check-in.record", said);
    expect(word("sam", assigned)).toBe("done");
  });

  it("is asked only while it is owed, of whoever was asked", async () => {
    await rules.must("imani", "nudge.send", { id: idOf("ask"), keyResultId: finishes, note: "please" });
    expect(say("ben", asked)).toMatchObject({ by: "Imani", note: "please" });
    expect([word("sam", asked), word("ben", { ...asked, occurrenceOn: "2026-10-04" })]).toEqual([
      ...["nothing-owed", "nothing-owed"],
    ]);
    await checkIn();
    expect(word("ben", asked)).toBe("done");
    await rules.must("imani", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("sam") });
    expect([word("ben", asked), word("sam", asked)]).toEqual(["nothing-owed", "nothing-owed"]);
  });

  const found: Args<"anomaly.raise"> = {
    ...{ series: { kind: "metric", id: habit }, squadId: podcasts, on: "2026-10-05", onset: "2026-10-05" },
    ...{ direction: "down", rule: "last-1", value: 0.31, expected: { low: 0.36, centre: 0.39, high: 0.42 } },
    ...{ preset: "calm", adverse: true },
  };
  const raise = (more: object = {}) =>
    rules.must("ada", "anomaly.raise", { ...found, ...more }, { server: true });
  const anomaly = { kind: "anomaly", subjectId: anomalyId(found), occurrenceOn: "2026-10-05" } as const;
  const week = ["2026-10-04T00:00:00Z", "2026-10-11T00:00:00Z"] as const;

  it("is told to the PM, until it is answered or withdrawn", async () => {
    await raise();
    expect(plannedIn(rules, ...week, "anomaly")).toEqual(["anomaly imani 2026-10-05T08:00"]);
    expect(say("imani", anomaly)).toMatchObject({ series: { name: "Weekly podcast habit" } });
    expect(word("stew", anomaly)).toBe("nothing-owed");
    await rules.must("imani", "anomaly.answer", {
      ...{ anomalyId: anomaly.subjectId, as: "explained", text: "A launch" },
    });
    expect(word("imani", anomaly)).toBe("done");
    await rules.must("ada", "anomaly.withdraw", { anomalyId: anomaly.subjectId }, { server: true });
    expect(word("imani", anomaly)).toBe("nothing-owed");
    expect(word("imani", { ...anomaly, subjectId: "nothing" })).toBe("nothing-owed");
  });

  it("is told to the steward where no squad has a PM for it", async () => {
    await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: "member" });
    await raise();
    expect(plannedIn(rules, ...week, "anomaly")).toEqual(["anomaly stew 2026-10-05T08:00"]);
    expect([word("stew", anomaly), word("imani", anomaly)]).toEqual(["said", "nothing-owed"]);
  });

  it("is pushed by the calm preset only, and good news only as a shift", async () => {
    for (const [more, count] of [
      [{ preset: "standard" }, 0],
      [{ adverse: false }, 0],
      [{ adverse: false, rule: "last-4" }, 1],
      [{ rule: "floor" }, 1],
    ] as const) {
      const other = rules.fork();
      await other.must("ada", "anomaly.raise", { ...found, ...more }, { server: true });
      expect(plannedIn(other, ...week, "anomaly")).toHaveLength(count);
    }
  });
});

describe("whatever the kind", () => {
  const prefer = (who: string, wanted: object) =>
    rules.must(who, "member.set-preferences", { memberId: idOf(who), ...wanted });

  it("a group that is off stays off, and the others come", async () => {
    await prefer("imani", { channels: { push: true, kinds: { "metric-check": "off" } } });
    expect([word("imani", check), word("imani", miss)]).toEqual(["switched-off", "said"]);
    await prefer("imani", { channels: { push: false, kinds: { "metric-check": "email" } } });
    expect([word("imani", check), word("imani", miss)]).toEqual(["said", "push-off"]);
  });

  it("a snooze quietens all but a colleague who asks, until it ends or the day is over", async () => {
    await prefer("imani", { snoozedUntil: "2026-10-07T12:00:00.000Z" });
    expect(word("imani", check)).toBe("2026-10-07T12:00:00.000Z");
    await prefer("sam", { snoozedUntil: "2026-10-07T12:00:00.000Z" });
    expect(word("sam", { ...focus, untilAt: "2026-10-07T11:00:00.000Z" })).toBe("snoozed");
    await prefer("ben", { snoozedUntil: "2026-10-09T12:00:00.000Z" });
    const again = { kind: "nudge-again", subjectId: idOf("ben"), occurrenceOn: "2026-10-05" } as const;
    expect(word("ben", again)).toBe("2026-10-09T12:00:00.000Z");
    await rules.must("imani", "nudge.send", { id: idOf("ask"), keyResultId: finishes });
    expect(word("ben", { kind: "asked", subjectId: finishes, occurrenceOn: "2026-10-05" })).toBe("said");
    await prefer("imani", { snoozedUntil: "2026-10-07T18:30:00.000Z" });
    expect(word("imani", check)).toBe("2026-10-08T06:00:00.000Z");
  });

  it("quiet hours, days off and days not worked are kept by the most urgent too", async () => {
    await rules.must("imani", "nudge.send", { id: idOf("ask"), keyResultId: finishes });
    const asked = { kind: "asked", subjectId: finishes, occurrenceOn: "2026-10-05" } as const;
    expect(word("ben", asked, "2026-10-05T18:00:00.000Z")).toBe("2026-10-06T06:00:00.000Z");
    await prefer("ben", { daysOff: ["2026-10-06"] });
    expect(word("ben", asked, "2026-10-05T18:00:00.000Z")).toBe("2026-10-07T06:00:00.000Z");
  });

  it("who has left hears nothing", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("imani") });
    expect([check, digest, focus].map((one) => word("imani", one))).toEqual(Array(3).fill("removed"));
  });
});
