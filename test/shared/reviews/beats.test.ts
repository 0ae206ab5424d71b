import { beforeEach, describe, expect, test } from "vitest";
import { completeness } from "../../../shared/metrics/completeness.ts";
import { beatsOn } from "../../../shared/reviews/beats.ts";
import { leadersOf } from "../../../shared/reviews/leaders.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import { founded, northStar, podcasts, q4, running } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** The quarter runs from Thursday 1 October to 31 December; check-ins are due on Mondays. */
let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const beat = (name: string, on: string) => beatsOn(on, rowsOf(rules)).find((one) => one.beat === name)!;
const state = (name: string, on: string) => {
  const { state: now, terms, missedOn } = beat(name, on);
  return [now, terms?.on, missedOn];
};

async function hold(
  who: string,
  terms: { beat: "weekly" | "monthly" | "quarterly" | "yearly"; on: string; squadId?: string },
) {
  const review = { ...terms, cycleId: q4 };
  await rules.must(who, "review.open", review);
  await rules.must(who, "review.complete", { reviewId: reviewId(review) });
}
const check = (on: string) => hold("imani", { beat: "weekly", squadId: podcasts, on });

describe("the weekly metric check", () => {
  test("is due from the second working day after the due day, until it is held", async () => {
    expect(state("weekly", "2026-10-06")).toEqual(["waiting", "2026-10-05", undefined]);
    expect(state("weekly", "2026-10-07")).toEqual(["due", "2026-10-05", undefined]);
    await check("2026-10-05");
    expect(beat("weekly", "2026-10-07")).toMatchObject({ state: "held", nextOn: "2026-10-14" });
  });

  test("still asks for this week's while next week's check-ins are open", async () => {
    expect(state("weekly", "2026-10-10")).toEqual(["due", "2026-10-05", undefined]);
  });

  test("was missed once the next due day has come, and is forgiven by holding the next one", async () => {
    expect(state("weekly", "2026-10-12")).toEqual(["missed", "2026-10-12", "2026-10-05"]);
    expect(state("weekly", "2026-10-14")).toEqual(["due", "2026-10-12", "2026-10-05"]);
    await check("2026-10-12");
    expect(state("weekly", "2026-10-19")).toEqual(["waiting", "2026-10-19", undefined]);
  });

  test("asks nothing of a squad that owed nothing: before the first due day, or with nothing running", async () => {
    expect(state("weekly", "2026-10-02")).toEqual(["resting", undefined, undefined]);
    rules = await founded();
    expect(state("weekly", "2026-10-14")).toEqual(["resting", undefined, undefined]);
  });

  test("is not done by opening it", async () => {
    await rules.must("imani", "review.open", {
      beat: "weekly",
      squadId: podcasts,
      cycleId: q4,
      on: "2026-10-05",
    });
    expect(state("weekly", "2026-10-07")[0]).toBe("due");
  });
});

describe("the other beats", () => {
  test("the month's is due on its first working day, within a cycle that ran before it began", async () => {
    expect(state("monthly", "2026-10-30")).toEqual(["resting", undefined, undefined]);
    expect(state("monthly", "2026-11-01")).toEqual(["waiting", "2026-11-01", undefined]);
    expect(state("monthly", "2026-11-02")).toEqual(["due", "2026-11-01", undefined]);
    expect(state("monthly", "2026-12-01")).toEqual(["due", "2026-12-01", "2026-11-01"]);
    await hold("dora", { beat: "monthly", on: "2026-12-01" });
    expect(state("monthly", "2026-12-02")[0]).toBe("held");
  });

  test("the quarter's looks back from the third working day after its end, and runs out after four weeks", async () => {
    expect(state("quarterly", "2026-12-30")).toEqual(["waiting", "2026-12-31", undefined]);
    expect(state("quarterly", "2027-01-05")).toEqual(["due", "2026-12-31", undefined]);
    expect(state("quarterly", "2027-01-29")).toEqual(["missed", "2026-12-31", "2026-12-31"]);
    await hold("ada", { beat: "quarterly", on: "2026-12-31" });
    expect(state("quarterly", "2027-01-29")[0]).toBe("held");
  });

  test("the year's rests until the North Star is committed, and is due a fortnight before its day", async () => {
    expect(state("yearly", "2026-10-10")).toEqual(["resting", undefined, undefined]);
    for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", { northStarId: northStar });
    expect(rules.get("north-star", northStar).revalidateOn).toBe("2027-10-05");
    expect(state("yearly", "2027-09-20")).toEqual(["waiting", "2027-10-05", undefined]);
    expect(state("yearly", "2027-09-21")).toEqual(["due", "2027-10-05", undefined]);
    expect(state("yearly", "2027-10-20")).toEqual(["missed", "2027-10-05", "2027-10-05"]);
  });

  test("the year's is due at once when somebody opens it before its time", async () => {
    for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", { northStarId: northStar });
    await rules.must("ada", "north-star.reconsider", { northStarId: northStar, trigger: "pivot" });
    expect(beat("yearly", "2026-11-10")).toMatchObject({ state: "due", dueOn: "2026-10-05" });
  });

  test("the day's is kept while anything runs", async () => {
    expect(state("daily", "2026-10-06")[0]).toBe("held");
    rules = await founded();
    expect(state("daily", "2026-10-06")[0]).toBe("resting");
  });
});

describe("who leads", () => {
  const leads = (name: "weekly" | "monthly" | "quarterly" | "yearly", at = "2026-10-08T09:00:00.000Z") =>
    leadersOf({ beat: name, squadId: podcasts }, rowsOf(rules), at).map((id) => rules.get("member", id).name);

  test("the PM the week, the director the month, the CPO the quarter, CPO and CEO the year", () => {
    expect([leads("weekly"), leads("monthly"), leads("quarterly"), leads("yearly")]).toEqual([
      ["Imani"],
      ["Dora"],
      ["Ada"],
      ["Ada", "Dora"],
    ]);
  });

  test("the director where a squad has no PM, an admin where there is no director", async () => {
    await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: "member" });
    expect(leads("weekly")).toEqual(["Dora"]);
    await rules.must("ada", "member.remove", { memberId: idOf("dora") });
    expect([leads("weekly"), leads("monthly")]).toEqual([["Ada"], ["Ada"]]);
  });

  test("whoever hears of it instead while they are away, and they themselves where everybody is", async () => {
    const away = (who: string) => {
      const delegate = { memberId: idOf(who === "ada" ? "ben" : "ada"), untilOn: "2026-10-09" };
      return rules.must("ada", "member.set-delegate", { memberId: idOf(who), delegate });
    };
    await away("imani");
    expect([leads("weekly"), leads("weekly", "2026-10-12T09:00:00.000Z")]).toEqual([["Dora"], ["Imani"]]);
    await away("dora");
    expect([leads("weekly"), leads("monthly")]).toEqual([["Ada"], ["Ada"]]);
    await away("ada");
    expect([leads("weekly"), leads("monthly")]).toEqual([["Imani"], ["Dora"]]);
  });
});

test("rituals are whole only while none of the last ones was missed", async () => {
  const rituals = (on: string) => {
    const rows = rowsOf(rules);
    const parts = completeness({ ...rows, decisionRules: [], beats: beatsOn(on, rows) });
    return parts.find((one) => one.name === "rituals")!;
  };
  expect(rituals("2026-10-07")).toMatchObject({ share: 1, missing: [] });
  expect(rituals("2026-10-12").missing).toEqual([
    { what: "beat-missed", beat: "weekly", squadId: podcasts, name: "Podcasts" },
  ]);
  await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: "member" });
  expect(rituals("2026-10-12").missing).toEqual([{ what: "no-pm", squadId: podcasts, name: "Podcasts" }]);
});
