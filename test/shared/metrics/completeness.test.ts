import { expect, test } from "vitest";
import {
  beatOwners,
  completed,
  completeness,
  type Framework,
  type Part,
} from "../../../shared/metrics/completeness.ts";
import { founded, habit, northStar, percent, podcasts } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const frameworkOf = (rules: Rules): Framework => ({
  northStars: rules.all("north-star"),
  metrics: rules.all("metric"),
  members: rules.all("member"),
  squads: rules.all("squad"),
  decisionRules: rules.all("workspace")[0]!.decisionRules,
});
const parts = (rules: Rules) => completeness(frameworkOf(rules));
const part = (rules: Rules, name: Part["name"]) => parts(rules).find((one) => one.name === name)!;

function define(rules: Rules, name: string, kind: string, more: object = {}) {
  return rules.must("ada", "metric.define", {
    ...{ id: idOf(name), key: name, name, definition: "As counted.", kind, unit: percent },
    ...{ goodDirection: "up", cadence: "weekly", stewardId: idOf("stew"), ...more },
  });
}

test("a workspace just founded lacks what it lacks, each with its own word", async () => {
  const nothing = { northStars: [], metrics: [], members: [], squads: [], decisionRules: [] };
  const all = completeness(nothing);
  expect(completed(all)).toBe(0);
  expect(all.map((one) => [one.name, one.missing.map(({ what }) => what)])).toEqual([
    ["north-star", ["no-star"]],
    ["inputs", ["too-few-inputs"]],
    ["outcomes", ["no-outcome"]],
    ["rituals", ["no-squads", "no-director", "no-cpo", "no-ceo"]],
    ["decision-rules", ["no-guardrail", "rules-unconfirmed"]],
  ]);
});

test("a proposed North Star is half, a committed one whole", async () => {
  const rules = await founded();
  expect(part(rules, "north-star")).toMatchObject({ share: 0.5, missing: [{ what: "not-signed" }] });
  await rules.must("ada", "north-star.commit", { northStarId: northStar });
  await rules.must("dora", "north-star.commit", { northStarId: northStar });
  expect(part(rules, "north-star")).toMatchObject({ share: 1, missing: [] });
});

test("three to five inputs, each with somebody who is still here", async () => {
  const rules = await founded();
  expect(part(rules, "inputs").missing).toEqual([{ what: "too-few-inputs", count: 1 }]);
  await define(rules, "sessions", "input");
  await define(rules, "saved", "input");
  expect(part(rules, "inputs").share).toBe(1);
  await rules.must("ada", "member.remove", { memberId: idOf("stew") });
  expect(part(rules, "inputs").missing.map((one) => one.what)).toEqual(Array(3).fill("no-steward"));
  for (const name of ["plays", "skips-less", "adds"])
    await define(rules, name, "input", { stewardId: idOf("ben") });
  expect(part(rules, "inputs").missing).toContainEqual({ what: "too-many-inputs", count: 6 });
});

test("a retired metric fills no part", async () => {
  const rules = await founded();
  await define(rules, "revenue", "outcome");
  expect(part(rules, "outcomes").share).toBe(1);
  await rules.must("ada", "metric.retire", { metricId: idOf("revenue") });
  expect(part(rules, "outcomes").share).toBe(0);
});

test("every beat has its owner, and who leaves leaves it open", async () => {
  const rules = await founded();
  expect(part(rules, "rituals")).toMatchObject({ share: 1, missing: [] });
  expect(beatOwners(frameworkOf(rules))).toEqual({
    daily: ["Podcasts"],
    weekly: ["Imani"],
    monthly: ["Dora"],
    quarterly: ["Ada"],
    yearly: ["Ada", "Dora"],
  });
  await rules.must("ada", "member.remove", { memberId: idOf("imani") });
  expect(part(rules, "rituals").missing).toEqual([{ what: "no-pm", squadId: podcasts, name: "Podcasts" }]);
  await rules.must("ada", "squad.form", { id: idOf("empty"), name: "Empty" });
  expect(part(rules, "rituals").missing).toContainEqual({
    what: "no-members",
    squadId: idOf("empty"),
    name: "Empty",
  });
  await rules.must("ada", "member.set-title", { memberId: idOf("dora"), title: null });
  expect(part(rules, "rituals").missing.map((one) => one.what)).toContain("no-ceo");
});

test("somebody a squad still names after they left owns no beat", async () => {
  const rules = await founded();
  const framework = frameworkOf(rules);
  const members = framework.members.map((one) =>
    one.id === idOf("imani") ? { ...one, state: "removed" as const } : one,
  );
  const rituals = completeness({ ...framework, members }).find((one) => one.name === "rituals")!;
  expect(rituals.missing.map((one) => one.what)).toEqual(["no-pm"]);
  expect(beatOwners({ ...framework, members }).weekly).toEqual([]);
});

test("decision rules want a guardrail and the list confirmed, and taking it back opens the part again", async () => {
  const rules = await founded();
  expect(part(rules, "decision-rules").missing).toEqual([{ what: "rules-unconfirmed" }]);
  await rules.must("ada", "workspace.set-decision-rules", { rules: ["The star goes first."] });
  expect(part(rules, "decision-rules").share).toBe(1);
  await rules.must("ada", "workspace.set-decision-rules", { rules: [] });
  expect(part(rules, "decision-rules").share).toBe(0);
  expect(rules.get("metric", habit).state).toBe("active");
});
