import { beforeEach, describe, expect, test } from "vitest";
import { cycleBefore, unfinished } from "../../../shared/okrs/carry-over.ts";
import { carryOver } from "../../../shared/okrs/carry-over-drafts.ts";
import { gate } from "../../../shared/okrs/gate.ts";
import {
  alsoRunning,
  company,
  finishes,
  habit,
  ours,
  podcasts,
  q4,
  running,
  skips,
} from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const q1 = idOf("cycle Q1");
let rules: Rules;
beforeEach(async () => {
  rules = await running();
  const quarter = { id: q1, name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" };
  await rules.must("ada", "cycle.open", quarter);
});

const ofCycle = (id: string) => ({
  objectives: rules.all("objective").filter((one) => one.cycleId === id),
  keyResults: rules.all("key-result").filter((one) => one.cycleId === id),
});
const past = () => ({ ...ofCycle(q4), checkIns: rules.all("check-in") });
const offered = () => unfinished(past(), ofCycle(q1));
const say = (keyResultId: string, said: object) =>
  rules.must("ben", "check-in.record", {
    id: idOf(`check-in ${rules.all("check-in").length}`),
    ...{ keyResultId, confidence: 5, ...said },
  });
const carried = (chosen: string[], mayDraft: (squadId?: string) => boolean = () => true) => {
  let made = 0;
  const newId = () => {
    made += 1;
    return idOf(`new ${made}`);
  };
  const into = { cycleId: q1, objectives: ofCycle(q1).objectives };
  const company = { members: rules.all("member"), metrics: rules.all("metric"), squads: rules.all("squad") };
  return carryOver({ chosen, past: past(), into, ...company, memberId: idOf("ada"), mayDraft, newId });
};
const tell = async (drafts: ReturnType<typeof carried>) => {
  for (const one of drafts.objectives) await rules.must("ada", "objective.draft", one);
  for (const one of drafts.keyResults) await rules.must("ada", "key-result.draft", one);
};

describe("what can go on", () => {
  test("is what was committed and not reached, with its score and its last value", async () => {
    await say(finishes, { value: 0.22 });
    const [objective, ...others] = offered();
    expect(others).toEqual([]);
    expect(objective).toMatchObject({ row: { id: ours } });
    expect(objective?.keyResults).toMatchObject([{ row: { id: finishes }, last: 0.22, planned: false }]);
    expect(objective?.keyResults[0]?.score).toBeCloseTo(0.5);
  });

  test("is not what was reached, was dropped, or was only ever a draft", async () => {
    const dropped = await alsoRunning(rules, "Dropped", {});
    await rules.must("imani", "key-result.drop", { keyResultId: dropped });
    await rules.must("imani", "key-result.draft", {
      ...{ id: idOf("draft"), objectiveId: ours, ownerId: idOf("ben"), title: "Draft" },
      ...{ direction: "increase", unit: rules.get("key-result", finishes).unit },
    });
    await say(finishes, { value: 0.3 });
    expect(offered()).toEqual([]);
  });

  test("keeps what must stay kept, and takes the owner's own grade for the score", async () => {
    const kept = await alsoRunning(rules, "Skips stay low", {
      ...{ direction: "stay-below", baseline: undefined, target: 0.3 },
    });
    await say(kept, { value: 0.2 });
    await say(finishes, { value: 0.26 });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ben", "key-result.grade", { keyResultId: finishes, adjusted: 0.6, reason: "by luck" });
    expect(offered().flatMap((one) => one.keyResults.map(({ row, score }) => [row.id, score]))).toEqual([
      [finishes, 0.6],
      [kept, 1],
    ]);
  });

  test("comes from the cycle that ran before, never from one that is only planned", () => {
    const cycles = rules.all("cycle");
    expect(cycleBefore(cycles, { startsOn: "2027-04-01" })?.id).toBe(q4);
    expect(cycleBefore(cycles, rules.get("cycle", q4))).toBeUndefined();
  });
});

describe("carrying over", () => {
  test("drafts a new key result from the last value, below its objective and the company's", async () => {
    await say(finishes, { value: 0.22 });
    const drafts = carried([finishes]);
    expect(drafts.objectives.map((one) => one.title)).toEqual([
      "Be the go-to for podcasts",
      "A weekly habit",
    ]);
    expect(drafts.objectives[1]?.parentId).toBe(drafts.objectives[0]?.id);
    expect(drafts.keyResults).toMatchObject([
      { baseline: 0.22, target: 0.26, ownerId: idOf("ben"), objectiveId: drafts.objectives[1]?.id },
    ]);
    expect(drafts.keyResults[0]?.id).not.toBe(finishes);
    await tell(drafts);
    const plan = {
      members: rules.all("member"),
      metrics: rules.all("metric"),
      northStars: rules.all("north-star"),
    };
    expect(gate(q1, { ...ofCycle(q1), ...plan })).toEqual([]);
    expect(offered()[0]?.keyResults[0]?.planned).toBe(true);
  });

  test("finds what the plan has already, and adds to it", async () => {
    await tell(carried([finishes]));
    const more = carried([await alsoRunning(rules, "Another", {})]);
    expect(more.objectives).toEqual([]);
    expect(more.keyResults[0]?.objectiveId).toBe(
      ofCycle(q1).objectives.find((one) => one.squadId === podcasts)?.id,
    );
  });

  test("leaves to others what whoever plans may not write: a PM carries on below what is there, or below nothing", () => {
    const drafts = carried([finishes], (squadId) => squadId === podcasts);
    expect(drafts.objectives.map((one) => one.title)).toEqual(["A weekly habit"]);
    expect(drafts.objectives[0]).not.toHaveProperty("parentId");
    expect(drafts.keyResults).toHaveLength(1);
    expect(carried([finishes], () => false)).toEqual({ objectives: [], keyResults: [] });
  });

  test("keeps links to what is carried too, and lets go of the others", async () => {
    const other = idOf("other objective");
    await rules.must("dora", "objective.draft", { id: other, cycleId: q4, title: "Another one" });
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, alsoServes: [company, other] });
    const drafts = carried([finishes]);
    const above = drafts.objectives.find((one) => one.title === "Be the go-to for podcasts");
    expect(drafts.keyResults[0]?.alsoServes).toEqual([above?.id]);
    await tell(drafts);
  });

  test("leaves milestones that are done behind", async () => {
    const milestones = ["plan", "pilot", "launch"].map((title) => ({ id: idOf(title), title, weight: 1 }));
    const path = await alsoRunning(rules, "A path", {
      ...{ direction: "milestones", baseline: undefined, target: undefined, milestones },
    });
    await say(path, { done: [idOf("plan")] });
    const { keyResults } = carried([path]);
    expect(keyResults[0]?.milestones?.map((one) => one.title)).toEqual(["pilot", "launch"]);
    expect(keyResults[0]?.milestones?.map((one) => one.id)).not.toContain(idOf("pilot"));
    expect(keyResults[0]).not.toHaveProperty("baseline");
  });

  test("goes to whoever plans when its owner has left, to the company when its squad has, without a retired metric", async () => {
    const weighed = { payLinked: true, counterweights: [skips], measures: habit };
    await rules.must("ben", "key-result.revise", { keyResultId: finishes, ...weighed });
    const before = carried([finishes]).keyResults[0];
    expect(before).toMatchObject({ ...weighed, moves: { metricId: habit } });
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    rules.get("squad", podcasts);
    const retired = rules.all("metric").map((one) => ({ ...one, state: "retired" as const }));
    const squads = rules.all("squad").map((one) => ({ ...one, state: "dismissed" as const }));
    const drafts = carryOver({
      ...{
        chosen: [finishes],
        past: past(),
        into: { cycleId: q1, objectives: [] },
        squads,
        metrics: retired,
      },
      ...{
        members: rules.all("member"),
        memberId: idOf("ada"),
        mayDraft: () => true,
        newId: () => idOf("one"),
      },
    });
    expect(drafts.objectives[0]).toEqual({ id: idOf("one"), cycleId: q1, title: "A weekly habit" });
    expect(drafts.keyResults[0]).toMatchObject({ ownerId: idOf("ada") });
    for (const gone of ["measures", "moves", "counterweights"])
      expect(drafts.keyResults[0]).not.toHaveProperty(gone);
  });
});
