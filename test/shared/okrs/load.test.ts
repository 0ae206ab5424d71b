import { expect, test } from "vitest";
import { loadOf, mostKeyResults } from "../../../shared/okrs/load.ts";
import { finishes, keyResult, ours, planned, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const loadIn = (rules: Rules) =>
  loadOf({
    ...{
      objectives: rules.all("objective"),
      keyResults: rules.all("key-result"),
      squads: rules.all("squad"),
    },
    ...{ members: rules.all("member"), metrics: rules.all("metric"), northStars: rules.all("north-star") },
  });
const names = (list: readonly { name: string }[]) => list.map((one) => one.name);

test("owners are counted by the key results they would answer for, drafts too, and more than seven are too many", async () => {
  const rules = await planned();
  for (let n = 1; n < mostKeyResults; n += 1)
    await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf(`kr ${n}`), title: `KR ${n}` });
  await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("hers"), ownerId: idOf("imani") });
  const counts = () => loadIn(rules).owners.map((one) => [one.member.name, one.keyResults.length, one.over]);
  expect(counts()).toEqual([
    ["Ben", 7, false],
    ["Imani", 1, false],
  ]);
  await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("eighth") });
  expect(counts()[0]).toEqual(["Ben", 8, true]);
});

test("what was dropped, alone or with its objective, weighs nothing, and its squad is without work", async () => {
  const rules = await planned();
  expect(names(loadIn(rules).idle)).toEqual([]);
  await rules.must("imani", "key-result.drop", { keyResultId: finishes });
  expect(loadIn(rules).owners).toEqual([]);
  expect(names(loadIn(rules).idle)).toEqual(["Podcasts"]);
  await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("again") });
  await rules.must("imani", "objective.drop", { objectiveId: ours });
  expect(names(loadIn(rules).idle)).toEqual(["Podcasts"]);
});

test("a dismissed squad, a viewer and somebody who left are not asked for anything", async () => {
  const rules = await planned();
  await rules.must("ada", "squad.form", { id: idOf("idle squad"), name: "Idle" });
  expect(names(loadIn(rules).idle)).toEqual(["Idle"]);
  await rules.must("ada", "squad.dismiss", { squadId: idOf("idle squad") });
  expect(names(loadIn(rules).idle)).toEqual([]);
  expect(names(loadIn(rules).withoutPath)).not.toContain("Vic");
  expect(names(loadIn(rules).withoutPath)).not.toContain("Rex");
});

test("a path is one's own key result or a squad's that reaches the North Star; everybody else is named", async () => {
  const rules = await planned();
  expect(names(loadIn(rules).withoutPath)).toEqual(["Ada", "Dele", "Dora", "Olu", "Stew"]);
  const objective = { id: idOf("company kr"), cycleId: q4, title: "Grow" };
  await rules.must("dora", "objective.draft", objective);
  await rules.must("ada", "key-result.draft", {
    ...{ ...keyResult, id: idOf("olu's"), objectiveId: objective.id, ownerId: idOf("olu") },
  });
  expect(names(loadIn(rules).withoutPath)).toEqual(["Ada", "Dele", "Dora", "Stew"]);
  await rules.must("ben", "key-result.revise", { keyResultId: finishes, moves: null });
  expect(names(loadIn(rules).withoutPath)).toContain("Sam");
});
