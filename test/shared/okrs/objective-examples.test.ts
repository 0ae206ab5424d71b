import { expect, test } from "vitest";
import { wordsIn } from "../../../shared/okrs/gate.ts";
import { lintKeyResult, lintObjective } from "../../../shared/okrs/lint.ts";
import { type KeyResultExample, objectiveExamples } from "../../../shared/okrs/objective-examples.ts";
import { company, habit, ours, planned, podcasts, q4 } from "../../support/cast.ts";
import { idOf } from "../../support/rules.ts";

const named = <T extends { title: string }>(list: readonly T[]) =>
  list.map((one) => [one.title, one] as const);

test.each(named(objectiveExamples))("lint has nothing to say of “%s”", (_title, example) => {
  expect(lintObjective(example)).toEqual([]);
  expect(example.keyResults.length).toBeGreaterThanOrEqual(2);
  expect(example.keyResults.length).toBeLessThanOrEqual(4);
});

test.each(named<KeyResultExample>(objectiveExamples.flatMap((one) => one.keyResults)))(
  "“%s” is a key result that lint and the gate let through",
  async (title, example) => {
    expect(lintKeyResult(example)).toEqual([]);
    expect(wordsIn(example.because)).toBeGreaterThanOrEqual(3);
    const rules = await planned();
    const { because, ...said } = example;
    const id = idOf(title);
    await rules.must("imani", "key-result.draft", {
      ...{ ...said, id, objectiveId: ours, ownerId: idOf("ben"), moves: { metricId: habit, because } },
    });
    await rules.must("ada", "cycle.commit", { cycleId: q4 });
    expect(rules.get("key-result", id).state).toBe("committed");
  },
);

test("the examples are drafts of any squad below any company objective", async () => {
  const rules = await planned();
  for (const { title, why } of objectiveExamples)
    await rules.must("imani", "objective.draft", {
      ...{ id: idOf(title), cycleId: q4, squadId: podcasts, parentId: company, title, why },
    });
});
