import { beforeEach, describe, expect, test } from "vitest";
import { finishes, founded, habit, percent, planned, podcasts, q4, skips, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const plays = {
  ...{ id: idOf("plays"), key: "plays", name: "Plays", definition: "Counted.", kind: "input" },
  ...{ unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("stew") },
};
const define = (more: object = {}, who = "ada") => rules.tell(who, "metric.define", { ...plays, ...more });
const revise = (changes: object, who = "ada", metricId = habit) =>
  rules.tell(who, "metric.revise", { metricId, ...changes });

describe("defining", () => {
  test("stores what was said, active and not estimated", async () => {
    expect(await define({ parentId: star, target: 0.4, freshDays: 10 })).toBe("applied");
    expect(rules.get("metric", plays.id)).toEqual({
      ...{ ...plays, revision: 1, parentId: star, target: 0.4, freshDays: 10 },
      ...{ estimated: false, state: "active" },
    });
  });

  test("asks for a key nobody has, a retired metric included", async () => {
    expect(await define({ key: "podcast-habit" })).toBe("key_taken key");
    await rules.must("ada", "metric.retire", { metricId: skips });
    expect(await define({ key: "skips" })).toBe("key_taken key");
  });

  test.each(["Plays", "plays ", "-plays", "plays--2", "plays_2", "", "x".repeat(65)])(
    "takes no key like '%s'",
    async (key) => {
      expect(await define({ key })).toBe("invalid_arguments key");
    },
  );

  test("a guardrail needs a floor or a ceiling, and the floor lies below", async () => {
    expect(await define({ kind: "guardrail" })).toBe("value_required floor");
    expect(await define({ kind: "guardrail", floor: 0.5, ceiling: 0.5 })).toBe("limits_crossed ceiling");
    expect(await define({ kind: "guardrail", floor: 0.5, ceiling: 0.4 })).toBe("limits_crossed ceiling");
    expect(await define({ kind: "guardrail", floor: 0 })).toBe("applied");
  });

  test("a steward can answer for it", async () => {
    expect(await define({ stewardId: idOf("vic") })).toBe("viewer_cannot_own stewardId");
    expect(await define({ stewardId: idOf("rex") })).toBe("member_removed stewardId");
    expect(await define({ stewardId: idOf("cleo") })).toBe("not_found stewardId");
  });

  test("parent and squad exist and are not over", async () => {
    expect(await define({ parentId: idOf("gone") })).toBe("not_found parentId");
    expect(await define({ parentId: plays.id })).toBe("loop_in_tree parentId");
    await rules.must("ada", "metric.retire", { metricId: skips });
    expect(await define({ parentId: skips })).toBe("metric_retired parentId");
    await rules.must("ada", "squad.dismiss", { squadId: podcasts });
    expect(await define({ squadId: podcasts })).toBe("not_found squadId");
  });

  test("a squad's PM defines for the squad, the director where there is none", async () => {
    expect(await define({ squadId: podcasts }, "imani")).toBe("applied");
    expect(await define({ id: idOf("b"), key: "b" }, "imani")).toBe("forbidden");
    expect(await define({ id: idOf("b"), key: "b", squadId: podcasts }, "dora")).toBe("forbidden");
    expect(await define({ id: idOf("b"), key: "b" }, "dora")).toBe("applied");
  });

  test("again is once, even when it was retired since; other words clash", async () => {
    await define();
    expect(await define()).toBe("unchanged");
    await rules.must("ada", "metric.retire", { metricId: plays.id });
    expect(await define()).toBe("unchanged");
    expect(await define({ name: "Else" })).toBe("id_conflict id");
  });
});

describe("revising", () => {
  test("changes what is named, and null clears", async () => {
    await revise({ name: "Habit", target: 0.3, squadId: null }, "imani");
    expect(rules.get("metric", habit)).toMatchObject({ name: "Habit", target: 0.3, key: "podcast-habit" });
    expect(rules.get("metric", habit).squadId).toBeUndefined();
    expect(await revise({ target: null })).toBe("applied");
    expect(await revise({ target: null })).toBe("unchanged");
  });

  test("never the key or the kind", async () => {
    expect(await revise({ key: "else" })).toMatch(/^invalid_arguments/);
    expect(await revise({ kind: "health" })).toMatch(/^invalid_arguments/);
  });

  test("no loop in the tree, however long", async () => {
    await define({ parentId: habit });
    await define({ id: idOf("deep"), key: "deep", parentId: plays.id });
    expect(await revise({ parentId: idOf("deep") })).toBe("loop_in_tree parentId");
    expect(await revise({ parentId: plays.id }, "ada", star)).toBe("loop_in_tree parentId");
    expect(await revise({ parentId: star }, "ada", idOf("deep"))).toBe("applied");
  });

  test("a guardrail keeps a limit, and the limits stay in order", async () => {
    expect(await revise({ ceiling: null }, "ada", skips)).toBe("value_required floor");
    expect(await revise({ floor: 0.3 }, "ada", skips)).toBe("limits_crossed ceiling");
    expect(await revise({ floor: 0.1, ceiling: 0.2 }, "ada", skips)).toBe("applied");
  });

  test("an old flaw does not block an unrelated change: the steward who left", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("stew") });
    expect(await revise({ name: "Habit" })).toBe("applied");
    expect(await revise({ stewardId: idOf("rex") })).toBe("member_removed stewardId");
  });

  test("a PM does not push a metric into another squad", async () => {
    await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
    await rules.must("ada", "squad.assign", { squadId: idOf("ads"), memberId: idOf("olu"), as: "pm" });
    expect(await revise({ squadId: idOf("ads") }, "imani")).toBe("forbidden squadId");
    expect(await revise({ squadId: idOf("ads") })).toBe("applied");
  });
});

describe("retiring", () => {
  const retire = (metricId: string) => rules.tell("ada", "metric.retire", { metricId });

  test("ends a metric for good: nothing is revised or built on it", async () => {
    expect(await retire(skips)).toBe("applied");
    expect(await retire(skips)).toBe("unchanged");
    expect(await revise({ name: "X" }, "ada", skips)).toBe("metric_retired metricId");
  });

  test("is refused for the North Star, proposed or committed, and for what has metrics below it", async () => {
    await define({ parentId: habit });
    expect(await retire(star)).toBe("metric_in_use metricId");
    expect(await retire(habit)).toBe("metric_in_use metricId");
    expect(await retire(plays.id)).toBe("applied");
    expect(await retire(habit)).toBe("applied");
  });

  test("is refused for a North Star that took another's place", async () => {
    await define({ kind: "north-star" });
    const second = { id: idOf("second"), metricId: plays.id, statement: "Else." };
    await rules.must("ada", "north-star.propose", second);
    expect(await retire(plays.id)).toBe("metric_in_use metricId");
  });

  test("is refused while a live key result moves or measures it", async () => {
    rules = await planned();
    expect(await retire(habit)).toBe("metric_in_use metricId");
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, measures: skips });
    expect(await retire(skips)).toBe("metric_in_use metricId");
    const dropped = rules.fork();
    await dropped.must("ben", "key-result.drop", { keyResultId: finishes });
    expect(await dropped.tell("ada", "metric.retire", { metricId: habit })).toBe("applied");
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(await retire(habit)).toBe("metric_in_use metricId");
    await rules.must("ada", "cycle.close", { cycleId: q4 });
    expect(await retire(habit)).toBe("applied");
  });
});
