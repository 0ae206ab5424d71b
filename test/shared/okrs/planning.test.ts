import { expect, test } from "vitest";
import { type PlanningStep, stepStates } from "../../../shared/okrs/planning.ts";
import { company, finishes, founded, habit, keyResult, ours, podcasts, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const open = (rules: Rules, toCarry = 0) =>
  Object.fromEntries(
    stepStates({
      ...{ cycle: rules.get("cycle", q4), toCarry, squads: rules.all("squad") },
      ...{ objectives: rules.all("objective"), keyResults: rules.all("key-result") },
      ...{ members: rules.all("member"), metrics: rules.all("metric"), northStars: rules.all("north-star") },
    }).map(({ step, open }) => [step, open]),
  ) as Record<PlanningStep, number>;

test("a session leads from the North Star to a gate that opens, step by step", async () => {
  const rules = await founded();
  await rules.must("ada", "cycle.open", {
    ...{ id: q4, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  });
  expect(open(rules, 2)).toEqual({
    ...{ star: 0, inputs: 0, squads: 2, "carry-over": 2, company: 1, objectives: 0, "key-results": 0 },
    ...{ load: 1, gate: 1 },
  });
  await rules.must("imani", "cycle.allocate", { cycleId: q4, squadId: podcasts, metricIds: [habit] });
  expect(open(rules)).toMatchObject({ squads: 0, objectives: 1 });
  await rules.must("dora", "objective.draft", { id: company, cycleId: q4, title: "Be the go-to" });
  expect(open(rules)).toMatchObject({ company: 0, "key-results": 1 });
  const objective = { id: ours, cycleId: q4, squadId: podcasts, parentId: company, title: "A weekly habit" };
  await rules.must("imani", "objective.draft", objective);
  expect(open(rules)).toMatchObject({ objectives: 0, "key-results": 1, gate: 1 });
  await rules.must("imani", "key-result.draft", { id: finishes, ...keyResult });
  expect(new Set(Object.values(open(rules)))).toEqual(new Set([0]));
});

test("an empty workspace asks for a North Star and its inputs first, and for no squad it does not have", async () => {
  const rules = await founded();
  await rules.must("ada", "cycle.open", {
    ...{ id: q4, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  });
  const bare = { cycle: rules.get("cycle", q4), toCarry: 0, squads: [], objectives: [], keyResults: [] };
  const states = stepStates({ ...bare, members: [], metrics: [], northStars: [] });
  expect(states.filter((one) => one.open > 0).map((one) => one.step)).toEqual([
    "star",
    "inputs",
    "company",
    "gate",
  ]);
});

test("a dropped objective counts for nothing in any step", async () => {
  const rules = await founded();
  await rules.must("ada", "cycle.open", {
    ...{ id: q4, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  });
  await rules.must("ada", "cycle.allocate", { cycleId: q4, squadId: podcasts, metricIds: [habit] });
  await rules.must("imani", "objective.draft", { id: idOf("o"), cycleId: q4, squadId: podcasts, title: "A" });
  expect(open(rules)).toMatchObject({ objectives: 0, "key-results": 1 });
  await rules.must("imani", "objective.drop", { objectiveId: idOf("o") });
  expect(open(rules)).toMatchObject({ objectives: 1, "key-results": 0 });
});
