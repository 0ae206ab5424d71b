import { describe, expect, test } from "vitest";
import {
  blankKeyResult,
  draftArgs,
  type KeyResultForm,
  keyResultForm,
  mistakesIn,
  reviseArgs,
  titled,
  withUnit,
} from "../../../../web/screens/cycle/key-result-form.ts";
import { because, company, habit, ours, percent, planned, skips, star } from "../../../support/cast.ts";
import { idOf } from "../../../support/rules.ts";

const id = idOf("key result of a form");
const form = (patch: Partial<KeyResultForm>): KeyResultForm => ({
  ...blankKeyResult(idOf("ben")),
  title: "  Mornings begun with a show  ",
  ...patch,
});
const milestone = (name: string, weight: number | undefined) => ({ id: idOf(name), title: name, weight });

test.each<[string, Partial<KeyResultForm>]>([
  ["raising a share", { direction: "increase", baseline: 0.12, target: 0.18, movesId: habit, because }],
  [
    "lowering a number",
    { direction: "decrease", unit: { label: "s", scale: "value", decimals: 1 }, baseline: 4, target: 2 },
  ],
  ["keeping above a floor", { direction: "stay-above", target: 0.9 }],
  [
    "keeping below a ceiling",
    { direction: "stay-below", target: 2.5, commitment: "aspirational", weight: 2 },
  ],
  ["milestones", { direction: "milestones", milestones: [milestone("one", 1), milestone("two", 3)] }],
  [
    "what a metric measures",
    { measures: habit, unit: percent, baseline: 0.18, target: 0.26, movesId: habit, because },
  ],
  ["next to nothing yet", {}],
])("%s is a draft the rules take", async (_name, patch) => {
  const rules = await planned();
  await rules.must("imani", "key-result.draft", { id, objectiveId: ours, ...draftArgs(form(patch)) });
  const row = rules.get("key-result", id);
  expect(row.title).toBe("Mornings begun with a show");
  expect(reviseArgs(keyResultForm(row), row)).toEqual({});
});

test("numbers of another direction stay behind, and an empty milestone is none", async () => {
  const rules = await planned();
  const typed = form({
    direction: "milestones",
    baseline: 0.1,
    target: 0.2,
    measures: habit,
    milestones: [milestone("one", undefined), milestone("two", 2), { id: idOf("x"), title: " ", weight: 1 }],
  });
  await rules.must("imani", "key-result.draft", { id, objectiveId: ours, ...draftArgs(typed) });
  const row = rules.get("key-result", id);
  expect(row).not.toHaveProperty("baseline");
  expect(row).not.toHaveProperty("measures");
  expect(row.milestones?.map((one) => [one.title, one.weight])).toEqual([
    ["one", 1],
    ["two", 2],
  ]);
});

test("only what changed is sent, and what was emptied is cleared", async () => {
  const rules = await planned();
  const before = rules.all("key-result")[0]!;
  const changes = reviseArgs({ ...keyResultForm(before), target: 0.3, movesId: "", because: "" }, before);
  expect(changes).toEqual({ target: 0.3, moves: null });
  await rules.must("imani", "key-result.revise", { keyResultId: before.id, ...changes });
  expect(rules.get("key-result", before.id)).not.toHaveProperty("moves");
});

test("turning it into milestones clears its numbers", async () => {
  const rules = await planned();
  const before = rules.all("key-result")[0]!;
  const milestones = [milestone("one", 1), milestone("two", 1)];
  const changes = reviseArgs({ ...keyResultForm(before), direction: "milestones", milestones }, before);
  await rules.must("imani", "key-result.revise", { keyResultId: before.id, ...changes });
  const after = rules.get("key-result", before.id);
  expect(after).not.toHaveProperty("target");
  expect(after.milestones).toHaveLength(2);
});

test("what was typed as percent keeps its digits when the unit becomes a plain number, and back", () => {
  const typed = form({ baseline: 0.126, target: 0.18 });
  const plain = { label: "s", scale: "value", decimals: 1 } as const;
  const turned = withUnit(typed, plain);
  expect(turned).toEqual({ unit: plain, baseline: 12.6, target: 18 });
  expect(withUnit({ ...typed, ...turned } as KeyResultForm, typed.unit)).toMatchObject({
    baseline: 0.126,
    target: 0.18,
  });
});

test("a draft may be unfinished, but not nameless or weightless", () => {
  expect(mistakesIn(form({}))).toEqual({});
  expect(Object.keys(mistakesIn(form({ title: " ", weight: 0 })))).toEqual(["title", "weight"]);
  expect(mistakesIn(form({ weight: undefined }))).toHaveProperty("weight");
});

test("of what it moves only the part that was changed is sent, so that the other may change elsewhere", async () => {
  const rules = await planned();
  const before = rules.all("key-result")[0]!;
  const typed = keyResultForm(before);
  expect(reviseArgs({ ...typed, because: "it is a habit by now" }, before)).toEqual({
    moves: { because: "it is a habit by now" },
  });
  expect(reviseArgs({ ...typed, movesId: star }, before)).toEqual({ moves: { metricId: star } });
  const bare = { ...before, moves: undefined } as unknown as typeof before;
  expect(reviseArgs({ ...typed }, bare)).toEqual({ moves: before.moves });
});

test("links, pay and counterweights travel, and go when pay is no longer linked", async () => {
  const rules = await planned();
  const linked = form({ alsoServes: [company], payLinked: true, counterweights: [skips] });
  await rules.must("imani", "key-result.draft", { id, objectiveId: ours, ...draftArgs(linked) });
  const row = rules.get("key-result", id);
  expect(row).toMatchObject({ alsoServes: [company], payLinked: true, counterweights: [skips] });
  expect(reviseArgs(keyResultForm(row), row)).toEqual({});
  const changes = reviseArgs({ ...keyResultForm(row), payLinked: false, alsoServes: [] }, row);
  expect(changes).toEqual({ alsoServes: [], payLinked: null, counterweights: null });
  await rules.must("imani", "key-result.revise", { keyResultId: id, ...changes });
  expect(rules.get("key-result", id)).not.toHaveProperty("payLinked");
});

describe("a title brings its numbers along", () => {
  const type = (form: KeyResultForm, title: string) => ({ ...form, ...titled(form, title) });
  const blank = blankKeyResult(idOf("ben"));

  test("while it is typed, and again when it is corrected", () => {
    const letters = "Finished episodes, from 18% to 26%";
    let form = blank;
    for (let end = 1; end <= letters.length; end += 1) form = type(form, letters.slice(0, end));
    expect(form).toMatchObject({ baseline: 0.18, target: 0.26, direction: "increase" });
    expect(form.unit.scale).toBe("ratio");
    form = type(form, "Finished episodes, from 26% to 18%");
    expect(form).toMatchObject({ baseline: 0.26, target: 0.18, direction: "decrease" });
    form = type(form, "Tracks saved, from 2.1 to 3.5");
    expect(form).toMatchObject({ baseline: 2.1, target: 3.5, unit: { scale: "value", decimals: 1 } });
  });

  test("but never over what somebody typed, a metric brought, or another kind of direction", () => {
    const title = "From 18% to 26%";
    expect(type({ ...blank, baseline: 0.2 }, title)).toMatchObject({
      title,
      baseline: 0.2,
      target: undefined,
    });
    expect(type({ ...blank, measures: "m" }, title)).toMatchObject({ title, baseline: undefined });
    expect(type({ ...blank, direction: "stay-below" }, title)).toMatchObject({ target: undefined });
    const said = type(blank, title);
    expect(type({ ...said, target: 0.3 }, "From 18% to 27%")).toMatchObject({ baseline: 0.18, target: 0.3 });
  });

  test("nor of one that is committed: correcting its title moves neither baseline nor target", () => {
    const running = type(blank, "From 18% to 26%");
    const letters = ["From 18% to 2%", "From 18% to 28%", "From 8% to 28%"];
    for (const title of letters)
      expect({ ...running, ...titled(running, title, true) }).toEqual({ ...running, title });
  });

  test("a title that loses its numbers leaves them in their fields", () => {
    expect(type(type(blank, "From 18% to 26%"), "Finished")).toMatchObject({ baseline: 0.18, target: 0.26 });
  });
});
