import { beforeEach, describe, expect, test } from "vitest";
import { planOf } from "../../../shared/okrs/commit.ts";
import { type GateFinding, gate, gateKeyResult, wordsIn } from "../../../shared/okrs/gate.ts";
import type { Rows } from "../../../shared/sync/mutation.ts";
import {
  company,
  finishes,
  habit,
  keyResult,
  northStar,
  ours,
  planned,
  podcasts,
  q4,
  skips,
} from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await planned();
});
/** The plan as a screen gathers it: whole lists, filtered by nobody. */
const plan = () => ({
  objectives: rules.all("objective").filter((one) => one.cycleId === q4),
  keyResults: rules.all("key-result"),
  members: rules.all("member"),
  metrics: rules.all("metric"),
  northStars: rules.all("north-star"),
});
const names: Record<string, string> = {
  [company]: "company",
  [ours]: "ours",
  [finishes]: "finishes",
  [q4]: "q4",
};
const say = ({ code, id, field }: GateFinding) => `${code} ${names[id] ?? "?"}.${field}`;
const findings = () => gate(q4, plan()).map(say);
const revise = (changes: object) =>
  rules.must("ada", "key-result.revise", { keyResultId: finishes, ...changes });
const lights = { reason: "Somebody keeps the lights on." };

describe("the gate", () => {
  test("is open for a whole plan, with a North Star that is only proposed", () => {
    expect(findings()).toEqual([]);
  });

  test("asks for an owner who is active and does not only read", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    expect(findings()).toEqual(["gate_owner finishes.ownerId"]);
    const viewer = plan();
    const members = viewer.members.map((one) =>
      one.id === idOf("ben") ? { ...one, state: "active" as const, role: "viewer" as const } : one,
    );
    expect(gate(q4, { ...viewer, members }).map(say)).toEqual(["gate_owner finishes.ownerId"]);
  });

  test.each([
    ["no target", { target: null }, ["gate_number finishes.target"]],
    ["no baseline", { baseline: null }, ["gate_number finishes.baseline"]],
    ["a baseline that is the target", { target: 0.18 }, ["gate_baseline_is_target finishes.target"]],
    ["zero as its baseline", { baseline: 0 }, []],
    ["zero as its target", { target: 0 }, []],
    ["to stay above nothing", { direction: "stay-above", target: null }, ["gate_number finishes.target"]],
    ["to stay below a number, without a baseline", { direction: "stay-below", baseline: null }, []],
    ["milestones, but none named", { direction: "milestones" }, ["gate_number finishes.milestones"]],
  ])("a key result with %s", async (_, changes, expected) => {
    await revise(changes);
    expect(findings()).toEqual(expected);
  });

  test("two milestones are enough, one is not", async () => {
    const milestones = ["plan", "pilot"].map((title) => ({ id: idOf(title), title, weight: 1 }));
    await revise({ direction: "milestones", milestones: milestones.slice(1) });
    expect(findings()).toEqual(["gate_number finishes.milestones"]);
    await revise({ milestones });
    expect(findings()).toEqual([]);
  });

  test.each([
    ["nothing", null, "gate_path finishes.moves"],
    ["a guardrail", { metricId: skips, because: "people stay for longer" }, "gate_path finishes.moves"],
    [
      "an input with two words",
      { metricId: habit, because: "it helps" },
      "gate_because finishes.moves.because",
    ],
    [
      "an input with dots for words",
      { metricId: habit, because: "so … and – !" },
      "gate_because finishes.moves.because",
    ],
    ["an input in silence", { metricId: habit, because: "" }, "gate_because finishes.moves.because"],
  ])("a key result that moves %s", async (_, moves, expected) => {
    await revise({ moves });
    expect(findings()).toEqual([expected]);
  });

  test("three words are a because", async () => {
    await revise({ moves: { metricId: habit, because: "habits bring listeners" } });
    expect(findings()).toEqual([]);
  });

  test("without any North Star nothing reaches it", () => {
    const { northStars, ...rest } = plan();
    expect(northStars.map((one) => one.id)).toEqual([northStar]);
    expect(gate(q4, { ...rest, northStars: [] }).map(say)).toEqual(["gate_path finishes.moves"]);
  });

  test("asks a squad's objective for a company objective above it", async () => {
    await rules.must("imani", "objective.revise", { objectiveId: ours, parentId: null });
    expect(findings()).toEqual(["gate_empty company.keyResults", "gate_parent ours.parentId"]);
  });

  test("lets a declared exemption through without parent, path or because", async () => {
    await revise({ moves: null });
    await rules.must("imani", "objective.revise", { objectiveId: ours, parentId: null, exempt: lights });
    await rules.must("dora", "objective.drop", { objectiveId: company });
    expect(findings()).toEqual([]);
    await revise({ target: null });
    expect(findings()).toEqual(["gate_number finishes.target"]);
  });

  test("takes one exemption a squad: the second says so, another squad's does not count", async () => {
    await rules.must("imani", "objective.revise", { objectiveId: ours, exempt: lights });
    const exempt = async (name: string, squadId: string) => {
      const id = `f${idOf(name).slice(1)}`;
      names[id] = name;
      const objective = { id, cycleId: q4, squadId, parentId: company, title: name, exempt: lights };
      await rules.must("ada", "objective.draft", objective);
      await rules.must("ada", "key-result.draft", { ...keyResult, id: idOf(`kr ${name}`), objectiveId: id });
    };
    await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
    await exempt("theirs", idOf("ads"));
    expect(findings()).toEqual([]);
    await exempt("second", podcasts);
    expect(findings()).toEqual(["gate_exemption second.exempt"]);
  });

  test("of two exemptions the committed one stands, though it is the younger", async () => {
    const younger = { id: `f${idOf("younger").slice(1)}`, revision: 1, cycleId: q4, squadId: podcasts };
    names[younger.id] = "younger";
    const { objectives, ...rest } = plan();
    const exempt = objectives.map((one) => (one.id === ours ? { ...one, exempt: lights } : one));
    const committed = { ...younger, title: "Y", exempt: lights, state: "committed" as const };
    const found = gate(q4, { ...rest, objectives: [...exempt, committed] }).map(say);
    expect(found).toEqual(["gate_exemption ours.exempt", "gate_empty younger.keyResults"]);
  });

  test("a company objective that was dropped carries nobody", () => {
    const { objectives, ...rest } = plan();
    const dropped = objectives.map((one) =>
      one.id === company ? { ...one, state: "dropped" as const } : one,
    );
    expect(gate(q4, { ...rest, objectives: dropped }).map(say)).toEqual(["gate_parent ours.parentId"]);
  });

  test("asks an objective for a key result, or for squads that carry it", async () => {
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(findings()).toEqual(["gate_empty ours.keyResults"]);
    await rules.must("imani", "objective.drop", { objectiveId: ours });
    expect(findings()).toEqual(["gate_empty company.keyResults"]);
    await rules.must("dora", "objective.drop", { objectiveId: company });
    expect(findings()).toEqual(["gate_empty q4.cycleId"]);
  });

  test("tells all it finds, in the order of the plan", async () => {
    await revise({ target: null, moves: null });
    await rules.must("imani", "objective.revise", { objectiveId: ours, parentId: null });
    expect(findings()).toEqual([
      "gate_empty company.keyResults",
      "gate_parent ours.parentId",
      "gate_number finishes.target",
      "gate_path finishes.moves",
    ]);
  });
});

test("the rule sees the same plan as a screen", () => {
  const rows: Rows = {
    get: (kind, id) => rules.find(kind, id),
    getMany: (kind, ids) => ids.map((id) => rules.find(kind, id)),
    listMany: (kind, parentIds) =>
      rules
        .all(kind)
        .filter((one) => Object.values(one).some((value) => parentIds.includes(value as string))),
    list: (kind, parentId) =>
      rules.all(kind).filter((one) => parentId === undefined || Object.values(one).includes(parentId)),
  };
  expect(planOf(q4, rows)).toEqual(plan());
  expect(gateKeyResult(rules.get("key-result", finishes), planOf(q4, rows))).toEqual([]);
});

test.each([
  ["", 0],
  ["three small words", 3],
  ["  it's   well-known, 3.5 times ", 4],
  ["— … !", 0],
  ["weil Hörer länger bleiben", 4],
  ["毎週の番組は戻る理由になる", 6],
  ["番組", 1],
])("'%s' counts as %i words", (sentence, count) => {
  expect(wordsIn(sentence)).toBe(count);
});
