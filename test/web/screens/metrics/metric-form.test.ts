import { expect, test } from "vitest";
import type { Metric } from "../../../../shared/metrics/metric.ts";
import { metricChoices } from "../../../../web/screens/metrics/metric-choices.ts";
import {
  blankMetric,
  defineArgs,
  type MetricForm,
  metricForm,
  mistakesIn,
  reviseArgs,
  withUnit,
} from "../../../../web/screens/metrics/metric-form.ts";
import { founded, habit, percent, podcasts, skips, star } from "../../../support/cast.ts";
import { ask, readerOf } from "../../../support/reader.ts";
import { idOf } from "../../../support/rules.ts";

const id = idOf("metric of a form");
const form = (kind: Metric["kind"], patch: Partial<MetricForm> = {}): MetricForm => ({
  ...blankMetric(kind, idOf("stew")),
  name: " Minutes until the first sound ",
  definition: "From the tap to the first sound, the median of a week.",
  ...patch,
});

test.each<Metric["kind"]>(["north-star", "input", "outcome", "guardrail", "health"])(
  "a metric of kind %s is one the rules take",
  async (kind) => {
    const rules = await founded();
    const typed = form(kind, kind === "guardrail" ? { ceiling: 3 } : { target: 2, squadId: podcasts });
    await rules.must("ada", "metric.define", defineArgs(typed, id, new Set()));
    const row = rules.get("metric", id);
    expect(row).toMatchObject({
      kind,
      name: "Minutes until the first sound",
      key: "minutes-until-the-first-sound",
    });
    expect(reviseArgs(metricForm(row), row)).toEqual({});
  },
);

test("a key that is taken gets a number", () => {
  const taken = new Set(["minutes-until-the-first-sound"]);
  expect(defineArgs(form("health"), id, taken).key).toBe("minutes-until-the-first-sound-2");
});

test("limits belong to a guardrail and a target to all others, whatever was typed before the kind changed", () => {
  const both = { floor: 1, ceiling: 3, target: 2 };
  expect(defineArgs(form("input", both), id, new Set())).not.toHaveProperty("floor");
  expect(defineArgs(form("guardrail", both), id, new Set())).not.toHaveProperty("target");
});

test("only what changed is sent, and what was emptied is cleared", async () => {
  const rules = await founded();
  const row = rules.get("metric", habit);
  const changes = reviseArgs(
    { ...metricForm(row), name: "Weekly habit", squadId: "", source: " warehouse " },
    row,
  );
  expect(changes).toEqual({ name: "Weekly habit", squadId: null, source: "warehouse" });
  await rules.must("ada", "metric.revise", { metricId: habit, ...changes });
  expect(rules.get("metric", habit)).not.toHaveProperty("squadId");
});

test("what is missing is named at its field", async () => {
  const blank = blankMetric("guardrail", "");
  expect(Object.keys(mistakesIn(blank, true))).toEqual(["name", "definition", "stewardId", "floor"]);
  expect(mistakesIn(form("guardrail", { floor: 3, ceiling: 1 }), true)).toHaveProperty("ceiling");
  expect(mistakesIn(form("health", { freshDays: 0 }), true)).toHaveProperty("freshDays");
  expect(mistakesIn(form("north-star"), true)).toHaveProperty("statement");
  expect(mistakesIn(form("north-star"), false)).toEqual({});
  const rules = await founded();
  expect(mistakesIn(metricForm(rules.get("metric", skips)), false)).toEqual({});
});

test("limits typed as percent keep their digits when the unit becomes a plain number", () => {
  const turned = withUnit(form("guardrail", { unit: percent, floor: 0.1, ceiling: 0.3 }), {
    label: "",
    scale: "value",
    decimals: 1,
  });
  expect(turned).toMatchObject({ floor: 10, ceiling: 30 });
});

test("a PM defines for their squad, an admin for the company too, a member for nobody", async () => {
  const rules = await founded();
  const offered = (who: string) => ask(() => metricChoices(readerOf(rules), idOf(who), star));
  expect(await offered("ada")).toMatchObject({ forCompany: true });
  const imani = await offered("imani");
  expect([imani.forCompany, imani.squads.map((one) => one.label)]).toEqual([false, ["Podcasts"]]);
  expect(await offered("ben")).toMatchObject({ forCompany: false, squads: [] });
  expect(imani.parents.map((one) => one.value)).not.toContain(star);
  expect(imani.stewards.map((one) => one.label)).not.toContain("Vic");
});

test("pay-linked takes its counterweights along, and letting go of it lets go of them", async () => {
  const rules = await founded();
  const typed = form("input", { payLinked: true, counterweights: [skips] });
  await rules.must("ada", "metric.define", defineArgs(typed, id, new Set()));
  const row = rules.get("metric", id);
  expect(row).toMatchObject({ payLinked: true, counterweights: [skips] });
  expect(reviseArgs(metricForm(row), row)).toEqual({});
  const changes = reviseArgs({ ...metricForm(row), payLinked: false }, row);
  expect(changes).toEqual({ payLinked: null, counterweights: null });
  await rules.must("ada", "metric.revise", { metricId: id, ...changes });
  expect(rules.get("metric", id)).not.toHaveProperty("counterweights");
});

test("only guardrails are offered as counterweights, and a metric that is none is refused at its field", async () => {
  const rules = await founded();
  const choices = await ask(() => metricChoices(readerOf(rules), idOf("ada")));
  expect(choices.guardrails.map((one) => one.value)).toEqual([skips]);
  const typed = form("input", { payLinked: true, counterweights: [star] });
  expect(await rules.tell("ada", "metric.define", defineArgs(typed, id, new Set()))).toBe(
    "invalid_arguments counterweights",
  );
});

test("what stands below a metric is known as a loop, with the way back in names", async () => {
  const rules = await founded();
  const choices = await ask(() => metricChoices(readerOf(rules), idOf("ada"), star));
  expect(choices.loops.get(habit)).toBe("Weekly podcast habit → Time spent listening");
  expect(choices.loops.has(skips)).toBe(false);
  expect(await rules.tell("ada", "metric.revise", { metricId: star, parentId: habit })).toBe(
    "loop_in_tree parentId",
  );
});

test("braces of the library wait for words of one's own", () => {
  const left = form("input", { definition: "People who do {the core action} ÷ all." });
  expect(mistakesIn(left, true)).toHaveProperty("definition");
  expect(mistakesIn(left, false)).toEqual({});
});
