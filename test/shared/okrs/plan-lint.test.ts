import { beforeEach, describe, expect, test } from "vitest";
import { type LintedPlan, planLint } from "../../../shared/okrs/plan-lint.ts";
import {
  company,
  finishes,
  habit,
  keyResult,
  northStar,
  ours,
  percent,
  planned,
  podcasts,
  q4,
  skips,
  star,
} from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await planned();
});
const plan = (): LintedPlan => ({
  cycleId: q4,
  objectives: rules.all("objective"),
  keyResults: rules.all("key-result"),
  members: rules.all("member"),
  metrics: rules.all("metric"),
  northStars: rules.all("north-star"),
  squads: rules.all("squad"),
});
const names: Record<string, string> = {
  ...{ [company]: "company", [ours]: "ours", [finishes]: "finishes", [q4]: "q4", [podcasts]: "podcasts" },
  ...{ [northStar]: "star", [habit]: "habit", [idOf("ben")]: "ben" },
};
const findings = (of = plan()) =>
  planLint(of).map(({ rule, kind, id }) => `${rule} ${kind} ${names[id] ?? id}`);

async function input(name: string, about: object = {}) {
  const metric = { definition: "As counted.", goodDirection: "up", cadence: "weekly", kind: "input" };
  await rules.must("ada", "metric.define", {
    ...{ ...metric, id: idOf(name), key: name, name, parentId: star, unit: percent, stewardId: idOf("stew") },
    ...about,
  });
}
const another = (name: string, about: object = {}) =>
  rules.must("ada", "key-result.draft", { ...keyResult, id: idOf(name), ...about });
const objective = (name: string, about: object = {}) =>
  rules.must("ada", "objective.draft", { id: idOf(name), cycleId: q4, title: name, ...about });

describe("a whole plan", () => {
  beforeEach(async () => {
    await input("saves");
    await input("shares");
    await another("second");
  });

  test("has no finding", () => {
    expect(findings()).toEqual([]);
  });

  test("with one key result under an objective, or five, is told so; two and four are right", async () => {
    for (const name of ["third", "fourth"]) await another(name);
    expect(findings()).toEqual([]);
    await another("fifth");
    expect(findings()).toEqual(["many-key-results objective ours"]);
    for (const name of ["second", "third", "fourth", "fifth"])
      await rules.must("ada", "key-result.drop", { keyResultId: idOf(name) });
    expect(findings()).toEqual(["few-key-results objective ours"]);
  });

  test("with a company objective that no squad carries and nothing measures is told so", async () => {
    await objective("lonely");
    expect(findings()).toEqual([`few-key-results objective ${idOf("lonely")}`]);
  });

  test("with a third objective of a squad is told so", async () => {
    for (const name of ["two", "three"]) {
      await objective(name, { squadId: podcasts, parentId: company });
      for (const each of ["a", "b"]) await another(`${name} ${each}`, { objectiveId: idOf(name) });
    }
    expect(findings()).toEqual(["squad-objectives squad podcasts"]);
    await rules.must("ada", "objective.drop", { objectiveId: idOf("three") });
    expect(findings()).toEqual([]);
  });

  test("with six objectives of the company is told so, however many squads there are", async () => {
    const many = (rule: string) => rule.startsWith("many-objectives");
    for (const name of ["b", "c", "d", "e"]) await objective(name);
    expect(findings().filter(many)).toEqual([]);
    await objective("f");
    expect(findings().filter(many)).toEqual(["many-objectives cycle q4"]);
  });

  test("with an owner of eight key results is told so; of seven not", async () => {
    const load = (rule: string) => rule.startsWith("owner-load");
    for (let owned = 3; owned <= 7; owned += 1) await another(`number ${owned}`);
    expect(findings().filter(load)).toEqual([]);
    await another("number 8");
    expect(findings().filter(load)).toEqual(["owner-load member ben"]);
  });

  test("counts nothing of another cycle", async () => {
    await rules.must("ada", "cycle.open", {
      ...{ id: idOf("Q1"), name: "Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" },
    });
    for (const name of ["x", "y", "z"]) await objective(name, { cycleId: idOf("Q1"), squadId: podcasts });
    expect(findings()).toEqual([]);
  });

  test("with an owner from elsewhere gets a note", async () => {
    await rules.must("ada", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("olu") });
    expect(planLint(plan())).toMatchObject([{ rule: "owner-outside", severity: "note", field: "ownerId" }]);
  });

  test("paid by a key result or a metric asks for a guardrail", async () => {
    await rules.must("ada", "key-result.revise", { keyResultId: finishes, payLinked: true });
    await rules.must("ada", "metric.revise", { metricId: habit, payLinked: true });
    expect(findings()).toEqual(["pay-unbalanced key-result finishes", "pay-unbalanced metric habit"]);
    const weighed = { counterweights: [skips] };
    await rules.must("ada", "metric.revise", { metricId: habit, ...weighed });
    await rules.must("ada", "key-result.revise", { keyResultId: finishes, measures: habit });
    expect(findings()).toEqual([]);
  });
});

describe("inputs", () => {
  const ofStar = () => findings().filter((one) => one.endsWith("north-star star"));

  test("none, fewer than three and more than five are told; three to five are right", async () => {
    const metrics = plan().metrics.filter((one) => one.kind !== "input");
    expect(findings({ ...plan(), metrics })).toContain("no-inputs north-star star");
    expect(ofStar()).toEqual(["few-inputs north-star star"]);
    for (const name of ["two", "three"]) await input(name);
    expect(ofStar()).toEqual([]);
    for (const name of ["four", "five"]) await input(name);
    expect(ofStar()).toEqual([]);
    await input("six", { parentId: undefined });
    expect(ofStar()).toEqual(["many-inputs north-star star"]);
    await rules.must("ada", "metric.retire", { metricId: idOf("six") });
    expect(ofStar()).toEqual([]);
  });
});

test("metrics without a North Star are a heap from three on", () => {
  const heap = { ...plan(), northStars: [] };
  expect(findings(heap)).toContain("no-unifier cycle q4");
  const retired = heap.metrics.map((one) => ({ ...one, state: "retired" as const, payLinked: true }));
  expect(findings({ ...heap, metrics: retired }).filter((one) => /unifier|pay/.test(one))).toEqual([]);
  expect(findings({ ...heap, metrics: heap.metrics.slice(1) }).join()).not.toContain("no-unifier");
});

test("every finding says why in one sentence, and what would be better", () => {
  const found = planLint({ ...plan(), northStars: [] });
  expect(found.length).toBeGreaterThan(1);
  for (const { message, pattern } of found) {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(pattern).toBeTruthy();
  }
});
