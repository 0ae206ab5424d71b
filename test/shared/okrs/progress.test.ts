import { describe, expect, test } from "vitest";
import {
  bandOf,
  breached,
  current,
  elapsed,
  expected,
  grade,
  milestonesDone,
  pace,
  progress,
  type Status,
  status,
} from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { idOf } from "../../support/rules.ts";

type Row = RowOf<"check-in">;
const row = (week: number, said: Partial<Row>): Row => ({
  ...{
    id: idOf(`week ${week} ${said.amends ?? ""}`),
    revision: 1,
    keyResultId: idOf("kr"),
    cycleId: idOf("q"),
  },
  ...{ authorId: idOf("ben"), at: `${addDays("2026-10-05", week * 7)}T08:00:00.000Z`, confidence: 5 },
  ...{ occurrenceOn: addDays("2026-10-05", week * 7) },
  ...said,
});
const values = (...list: number[]) => list.map((value, week) => row(week, { value }));
const numeric = (baseline: number, target: number, direction: "increase" | "decrease" = "increase") => ({
  ...{ baseline, target, direction, commitment: "committed" as const, state: "committed" as const },
});
const above = { ...numeric(0, 0), direction: "stay-above" as const, target: 99 };
const below = { ...above, direction: "stay-below" as const, target: 0.3 };
const milestones = {
  direction: "milestones" as const,
  commitment: "committed" as const,
  state: "committed" as const,
  milestones: [
    { id: "plan", title: "Plan", weight: 1 },
    { id: "pilot", title: "Pilot", weight: 3 },
  ],
};
const cycle = { startsOn: "2026-10-01", endsOn: "2026-12-30" };

describe("progress", () => {
  test.each([
    [0, 100, 50, 0.5],
    [20, 30, 27, 0.7],
    [40, 30, 34, 0.6],
    [-10, 10, 0, 0.5],
    [-10, -50, -20, 0.25],
    [0.18, 0.26, 0.22, 0.5],
  ])("from %d to %d at %d is %d of the way", (baseline, target, value, share) => {
    expect(progress(numeric(baseline, target), values(value))?.raw).toBeCloseTo(share, 12);
  });

  test("is kept raw beyond the target and on the wrong side, and shown between 0 and 1", () => {
    expect(progress(numeric(0, 100), values(128))).toEqual({ raw: 1.28, shown: 1, score: 1 });
    expect(progress(numeric(0, 100), values(-20))).toEqual({ raw: -0.2, shown: 0, score: 0 });
  });

  test("is that of the last check-in, amendments folded in and retracted ones left out", () => {
    const rows = values(10, 20, 30);
    expect(progress(numeric(0, 100), rows)?.raw).toBe(0.3);
    const amended = row(2, { value: 40, amends: rows[2]!.id });
    expect(progress(numeric(0, 100), [amended, ...rows])?.raw).toBe(0.4);
    const back = row(2, { value: 30, amends: rows[2]!.id, retracted: true });
    expect(progress(numeric(0, 100), [...rows, back])?.raw).toBe(0.2);
    expect(current([...rows, back])).toBe(20);
  });

  test("where baseline and target are the same, is having it or not", () => {
    expect(progress(numeric(50, 50), values(50))?.raw).toBe(1);
    expect(progress(numeric(50, 50), values(49))?.raw).toBe(0);
    expect(progress(numeric(50, 50, "decrease"), values(49))?.raw).toBe(1);
    expect(progress(numeric(50, 50, "decrease"), values(51))?.raw).toBe(0);
  });

  test("of what must stay kept is the share of check-ins that kept it", () => {
    expect(progress(above, values(99.5, 98, 99, 99.9))?.raw).toBe(0.75);
    expect(progress(below, values(0.2, 0.3, 0.31))?.raw).toBeCloseTo(2 / 3, 12);
  });

  test("of milestones is by weight, and what was done stays done", () => {
    const one = row(0, { done: ["plan"] });
    expect(progress(milestones, [one])?.raw).toBe(0.25);
    expect(progress(milestones, [one, row(1, {})])?.raw).toBe(0.25);
    expect(progress(milestones, [one, row(1, { done: ["pilot"] })])?.raw).toBe(1);
    expect(progress(milestones, [row(0, {})])?.raw).toBe(0);
    expect([...milestonesDone([one, row(1, { done: ["plan", "pilot"] })])]).toEqual(["plan", "pilot"]);
  });

  test("an amendment undoes a milestone ticked by mistake", () => {
    const ticked = row(0, { done: ["plan", "pilot"] });
    const corrected = row(0, { done: ["plan"], amends: ticked.id });
    expect(progress(milestones, [ticked, corrected])?.raw).toBe(0.25);
  });

  test("without a check-in, a baseline, a target or milestones there is none", () => {
    expect(progress(numeric(0, 100), [])).toBeNull();
    expect(progress({ direction: "increase", target: 100 }, values(50))).toBeNull();
    expect(progress({ direction: "increase", baseline: 0 }, values(50))).toBeNull();
    expect(progress({ direction: "stay-above" }, values(50))).toBeNull();
    expect(progress(milestones, [])).toBeNull();
    expect(progress({ ...milestones, milestones: [] }, [row(0, {})])).toBeNull();
  });
});

describe("what is expected", () => {
  test("grows evenly from the first day to the last, and neither before nor after", () => {
    const on = (day: string) => expected(numeric(0, 100), cycle, day);
    expect([on("2026-09-01"), on("2026-10-01"), on("2026-12-30"), on("2027-02-01")]).toEqual([0, 0, 1, 1]);
    expect(on("2026-11-15")).toBe(0.5);
  });

  test("of what must stay kept is all of it, always", () => {
    expect(expected(above, cycle, "2026-10-01")).toBe(1);
  });

  test("in a cycle of one day is nothing before and all of it from then on", () => {
    const day = { startsOn: "2026-10-01", endsOn: "2026-10-01" };
    expect([elapsed(day, "2026-09-30"), elapsed(day, "2026-10-01")]).toEqual([0, 1]);
  });
});

describe("pace", () => {
  test("is progress by what is expected, from a number or from progress", () => {
    expect(pace(0.4, 0.5)).toBe(0.8);
    expect(pace({ raw: 1.2, shown: 1, score: 1 }, 0.5)).toBe(2);
    expect(pace({ raw: -1, shown: 0, score: 0 }, 0.5)).toBe(0);
  });

  test("where nothing is expected yet is never infinite", () => {
    expect([pace(0, 0), pace(0.5, 0)]).toEqual([1, 1]);
  });
});

describe("status, the first that applies", () => {
  /** Half of the cycle is over on 15 November; six Mondays are closed. */
  const on = "2026-11-15";
  const closed = ["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];
  const weekly = (last: number) =>
    values(...[0.01, 0.02, 0.03, 0.04, 0.05].map((value) => value * 100), last);
  const at = (about: Partial<Parameters<typeof status>[0]>): Status =>
    status({
      keyResult: numeric(0, 100),
      cycle,
      checkIns: weekly(50),
      on,
      closedOccurrences: closed,
      ...about,
    });

  test.each([
    [50, "on-pace"],
    [45, "on-pace"],
    [44.99, "behind"],
    [35, "behind"],
    [34.99, "off-pace"],
    [-5, "off-pace"],
    [120, "on-pace"],
  ])("at %d of 50 expected is %s", (value, said) => {
    expect(at({ checkIns: weekly(value) })).toBe(said);
  });

  test("done: graded, or every milestone, even without a fresh check-in", () => {
    expect(at({ keyResult: { ...numeric(0, 100), state: "graded" }, checkIns: [] })).toBe("done");
    const checkIns = [row(0, { done: ["plan", "pilot"] })];
    expect(at({ keyResult: milestones, checkIns })).toBe("done");
    expect(at({ checkIns: weekly(100) })).toBe("on-pace");
  });

  test("no data: not one check-in though a week is over", () => {
    expect(at({ checkIns: [] })).toBe("no-data");
    const only = row(0, { value: 5 });
    expect(at({ checkIns: [only, row(0, { amends: only.id, retracted: true })] })).toBe("no-data");
  });

  test("stale overrides green: the last closed week has none", () => {
    expect(at({ checkIns: values(90, 90, 90, 90, 90) })).toBe("stale");
    expect(at({ checkIns: values(90, 90, 90, 90, 90), closedOccurrences: closed.slice(0, 5) })).toBe(
      "on-pace",
    );
  });

  test("a check-in of the week that is still open is as fresh", () => {
    expect(at({ checkIns: [...values(50), row(6, { value: 50 })] })).toBe("on-pace");
  });

  test("a missed week in between is forgiven by the next", () => {
    expect(at({ checkIns: [row(0, { value: 5 }), row(5, { value: 50 })] })).toBe("on-pace");
  });

  test("too early: under fifteen percent of the cycle, whatever the number", () => {
    const early = { checkIns: [row(0, { value: 0 })], closedOccurrences: [] };
    expect(at({ ...early, on: "2026-10-14" })).toBe("too-early");
    expect(at({ ...early, on: "2026-10-15" })).toBe("off-pace");
  });

  test("too early as well: fresh, before its first week is over and without a value", () => {
    expect(at({ checkIns: [], closedOccurrences: [] })).toBe("too-early");
  });

  test("what must stay kept is on pace, or off when it is breached now", () => {
    expect(at({ keyResult: above, checkIns: weekly(99) })).toBe("on-pace");
    expect(at({ keyResult: above, checkIns: weekly(98.9) })).toBe("off-pace");
    expect(at({ keyResult: below, checkIns: weekly(0.3) })).toBe("on-pace");
    expect([breached(below, values(0.2, 0.4)), breached(below, values(0.4, 0.2))]).toEqual([true, false]);
    expect(breached(numeric(0, 100), values(-5))).toBe(false);
  });

  test("closed weeks may come as occurrences, in any order", () => {
    const occurrences = closed.map((dueOn) => ({ dueOn })).reverse();
    expect(at({ closedOccurrences: occurrences, checkIns: values(50, 50) })).toBe("stale");
  });

  test("a check-in stored for Monday still answers the week when the due day has become Wednesday", () => {
    expect(at({ closedOccurrences: ["2026-11-11"] })).toBe("on-pace");
  });
});

describe("the score at close", () => {
  test("is unrounded, and green only in full for what was committed", () => {
    expect(grade(numeric(0, 100), values(100))).toEqual({ score: 1, band: "green" });
    expect(grade(numeric(0, 100), values(99.9))).toEqual({ score: 0.9990000000000001, band: "amber" });
    expect(grade(numeric(0, 100), values(250))).toEqual({ score: 1, band: "green" });
    expect(grade(numeric(0, 100), [])).toEqual({ score: null, band: "empty" });
  });

  test.each([
    ["committed", 1, "green"],
    ["committed", 0.99, "amber"],
    ["committed", 0.9, "amber"],
    ["committed", 0.89, "red"],
    ["aspirational", 0.7, "green"],
    ["aspirational", 0.69, "amber"],
    ["aspirational", 0.699999, "amber"],
    ["aspirational", 0.4, "amber"],
    ["aspirational", 0.39, "red"],
  ] as const)("%s and %d is %s", (commitment, score, band) => {
    expect(bandOf(score, commitment)).toBe(band);
  });

  test("does not fall short by the last bits of a division", () => {
    const keyResult = { ...numeric(0.18, 0.28), commitment: "aspirational" as const };
    for (let tenth = 0; tenth <= 10; tenth += 1) {
      const { score, band } = grade(keyResult, values(0.18 + tenth * 0.01));
      expect({ tenth, band }).toEqual({ tenth, band: tenth >= 7 ? "green" : tenth >= 4 ? "amber" : "red" });
      expect(score).toBeCloseTo(tenth / 10, 9);
    }
  });
});
