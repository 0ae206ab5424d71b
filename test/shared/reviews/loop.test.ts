import { beforeEach, describe, expect, test } from "vitest";
import { starTests } from "../../../shared/metrics/candidate-tests.ts";
import { holm } from "../../../shared/metrics/holm.ts";
import { agendaOf } from "../../../shared/reviews/agenda.ts";
import { beatsOn } from "../../../shared/reviews/beats.ts";
import { digestDue } from "../../../shared/reviews/digest-due.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import { finishes, northStar, podcasts, q4, running } from "../../support/cast.ts";
import { plannedIn } from "../../support/reminding.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** The quarter runs from Thursday 1 October to 31 December; check-ins are due on Mondays, checks on Wednesdays. */
let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

describe("the digest of a week", () => {
  const check = { beat: "weekly", squadId: podcasts, cycleId: q4, on: "2026-10-05" } as const;
  const week = ["2026-10-04T00:00:00Z", "2026-10-11T00:00:00Z"] as const;
  const complete = async (at: string) => {
    await rules.tell("imani", "review.open", check, { at, receivedAt: at });
    await rules.must("imani", "review.complete", { reviewId: reviewId(check) }, { at, receivedAt: at });
  };

  test("is due as soon as the metric check is done, within everybody's hours", async () => {
    await complete("2026-10-07T08:12:00.000Z");
    expect(plannedIn(rules, ...week, "digest")).toEqual(
      ["ben", "imani", "sam"].map((one) => `digest ${one} 2026-10-07T08:12`),
    );
    await rules.must("imani", "review.reopen", { reviewId: reviewId(check) });
    expect(plannedIn(rules, ...week, "digest")[0]).toBe("digest ben 2026-10-08T07:00");
    await complete("2026-10-07T21:30:00.000Z");
    expect(plannedIn(rules, ...week, "digest")[0]).toBe("digest ben 2026-10-08T06:00");
  });

  test("keeps its time when the check is held late, of another week, or by another squad", async () => {
    await complete("2026-10-09T08:00:00.000Z");
    expect(plannedIn(rules, ...week, "digest")[0]).toBe("digest ben 2026-10-08T07:00");
    const { reviews } = rowsOf(rules);
    const usual = "2026-10-20T07:00:00.000Z";
    expect(digestDue({ squadId: podcasts, dueOn: "2026-10-12", usual }, reviews)).toBe(usual);
    expect(digestDue({ squadId: idOf("other"), dueOn: check.on, usual }, reviews)).toBe(usual);
    expect(digestDue({ squadId: podcasts, dueOn: check.on, usual }, reviews)).not.toBe(usual);
  });
});

describe("the month", () => {
  test("is rested from and reminded of by one rule: not in the month a cycle begins in", async () => {
    const months = ["2026-10-01", "2026-11-02", "2026-12-01", "2027-01-04"];
    const due = months.map((on) => beatsOn(on, rowsOf(rules)).find((one) => one.beat === "monthly")!);
    expect(due.map((one) => one.terms?.on)).toEqual([undefined, "2026-11-01", "2026-12-01", undefined]);
    const all = plannedIn(rules, "2026-09-20T00:00:00Z", "2027-01-31T00:00:00Z", "review-monthly");
    expect([...new Set(all.map((one) => one.split(" ")[2]!.slice(0, 7)))]).toEqual(["2026-11", "2026-12"]);
  });

  test("what was decided comes back until it is said to be done", async () => {
    const subject = { kind: "key-result", id: finishes } as const;
    const of = (on: string) => ({ beat: "monthly", cycleId: q4, on }) as const;
    const hold = async (on: string, said: object) => {
      await rules.must("dora", "review.open", of(on));
      await rules.must("dora", "review.decide", { reviewId: reviewId(of(on)), subject, ...said });
      await rules.must("dora", "review.complete", { reviewId: reviewId(of(on)) });
    };
    const before = (on: string) =>
      agendaOf(of(on), on, rowsOf(rules)).filter((one) => one.part === "decided-before").length;
    await hold("2026-10-01", { as: "help", text: "Pair up." });
    expect(before("2026-11-01")).toBe(1);
    await hold("2026-11-01", { as: "keep", text: "Nobody had time.", done: false });
    expect(before("2026-12-01")).toBe(1);
    await hold("2026-12-01", { as: "keep", done: true });
    expect(before("2027-01-01")).toBe(0);
  });
});

test("the year's beat is held once both have signed, until its next day is near", async () => {
  const of = { northStarId: northStar };
  for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", of);
  const state = (on: string) => {
    const beat = beatsOn(on, rowsOf(rules)).find((one) => one.beat === "yearly")!;
    return [beat.state, beat.lastOn, beat.nextOn];
  };
  expect(state("2027-09-25")).toEqual(["due", undefined, undefined]);
  const now = { at: "2027-09-25T09:00:00.000Z", receivedAt: "2027-09-25T09:00:00.000Z" };
  await rules.must("ada", "north-star.reconsider", { ...of, trigger: "yearly" }, now);
  for (const test of starTests)
    await rules.must("ada", "north-star.judge", { ...of, test, verdict: "yes", evidence: "" }, now);
  await rules.must("ada", "north-star.attest", { ...of, as: "keep" }, now);
  await rules.must("ada", "north-star.revalidate", of, now);
  expect(state("2027-09-25")[0]).toBe("due");
  await rules.must("dora", "north-star.revalidate", of, now);
  expect(state("2027-09-26")).toEqual(["held", "2027-09-25", "2028-09-11"]);
  expect(state("2028-09-11")).toEqual(["due", "2027-09-25", undefined]);
});

test("of several findings looked for at once each has to be the rarer for it", () => {
  expect(holm([0.004, undefined, 0.001, 0.5])).toEqual([true, true, true, false]);
  expect(holm([0.004, 0.004, 0.004])).toEqual([false, false, false]);
  expect(holm([0.009])).toEqual([true]);
  expect(holm([])).toEqual([]);
});
