import { beforeAll, expect, test } from "vitest";
import { catalog, type Kind, type MutationName } from "../../../shared/sync/catalog.ts";
import { company, habit, percent, podcasts, q4, skips } from "../../support/cast.ts";
import { type Chance, chanceOf } from "../../support/chance.ts";
import { everything, tellings } from "../../support/every-mutation.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Mutations of planning and strategy in any order, by anybody, with arguments that fit more or less. */
const walks = 50;
const steps = 60;

let world: Rules;
beforeAll(async () => {
  world = await everything();
});

const names: MutationName[] = [
  ...(["candidate.propose", "candidate.revise", "candidate.judge", "candidate.hear"] as const),
  ...(["candidate.reject", "candidate.reopen", "north-star.propose", "north-star.commit"] as const),
  ...(["bet.place", "bet.revise", "bet.conclude", "bet.reopen", "recall.answer"] as const),
  ...(["reading.record", "reading.record-many", "reading.correct", "cycle.allocate"] as const),
  ...(["squad.set-omtm", "workspace.set-workshop", "workspace.set-decision-rules"] as const),
  ...(["metric.revise", "metric.retire", "key-result.draft", "key-result.revise"] as const),
  ...(["key-result.commit", "key-result.drop", "objective.revise", "objective.drop"] as const),
];
const actors = ["ada", "ada", "dora", "imani", "ben", "stew", "vic", "cleo"];
const kindOf: Record<string, Kind> = {
  ...{
    betId: "bet",
    candidateId: "candidate",
    cycleId: "cycle",
    keyResultId: "key-result",
    metricId: "metric",
  },
  ...{ northStarId: "north-star", objectiveId: "objective", ownerId: "member", parentId: "objective" },
  ...{ readingId: "reading", squadId: "squad", umbrellaMetricId: "metric", measures: "metric" },
  ...{ counterweights: "metric", metricIds: "metric", alsoServes: "objective", stewardId: "member" },
};
const words = ["", "So.", "Another sentence.", "🧭 ünd", "x".repeat(200)];
const texts =
  /^(name|title|definition|statement|reason|why|because|evidence|gaming|correlation|learning|change|note|premise|flywheel|label|by|productLine|source|segment|choice|valueAction|valueExchanged)$/;
const choices: Record<string, readonly unknown[]> = {
  verdict: ["yes", "partly", "no", "unsure", null],
  test: ["leading", "actionable", "sticky", "measurable"],
  state: ["idea", "next", "doing", "dropped"],
  as: ["won", "lost", "inconclusive"],
  next: ["double-down", "cut"],
  direction: ["increase", "decrease", "stay-above", "milestones"],
  ...{ byOn: ["2026-12-01", "2027-02-28"], todayOn: ["2026-10-05", "2026-10-06", null] },
  on: ["2026-09-20", "2026-09-21", "2026-10-05"],
};

/** Arguments like the ones known to apply, with some of them left out, cleared or said otherwise. */
function argsFor(chance: Chance, rules: Rules, name: MutationName): Record<string, unknown> {
  const varied = Object.entries(tellings[name].args).flatMap(([key, value]) => {
    if (chance.one(0.35)) return [];
    return [[key, chance.one(0.6) ? another(chance, rules, key, value) : value]];
  });
  const { args } = tellings[name];
  const needed = Object.keys(args).filter((key) => key === "id" || key.endsWith("Id") || chance.one(0.7));
  return { ...Object.fromEntries(needed.map((key) => [key, args[key]])), ...Object.fromEntries(varied) };
}

function another(chance: Chance, rules: Rules, key: string, value: unknown): unknown {
  if (key === "id") return idOf(`walk ${chance.below(6)}`);
  const kind = kindOf[key];
  const ids = () => chance.pick(rules.all(kind!).map((one) => one.id));
  if (kind !== undefined)
    return Array.isArray(value)
      ? Array.from({ length: chance.below(3) }, ids)
      : chance.one(0.1)
        ? null
        : ids();
  if (choices[key] !== undefined) return chance.pick(choices[key]);
  if (typeof value === "number") return chance.pick([0, 1, -1, 0.5, 12, 18, value, null]);
  if (typeof value === "boolean") return chance.pick([true, false, null]);
  if (typeof value === "string") return texts.test(key) ? chance.pick([...words, null]) : value;
  if (Array.isArray(value)) return value.slice(0, chance.below(value.length + 1)).map((one) => one);
  if (typeof value !== "object" || value === null) return value;
  if (chance.one(0.1)) return null;
  const entries = Object.entries(value).filter(() => chance.one(0.9));
  return Object.fromEntries(
    entries.map(([one, inner]) => [one, chance.one(0.3) ? another(chance, rules, one, inner) : inner]),
  );
}

const everyRow = (rules: Rules) =>
  Object.fromEntries((Object.keys(catalog) as Kind[]).map((kind) => [kind, rules.all(kind)]));
const server = (name: MutationName) => (tellings[name].server ? { server: true } : {});
/** A first answer counts and a second one is told so; and what somebody gave away they have no say in any more. */
const toldApart: ReadonlySet<string> = new Set([
  "recall.answer already_answered cycleId",
  ...["key-result.drop", "metric.revise", "bet.revise"].map((name) => `${name} forbidden`),
]);

test("after any walk every row passes its own schema, and what was told twice changed nothing", {
  timeout: 30_000,
}, async () => {
  const applied = new Map<string, number>();
  for (let seed = 0; seed < walks; seed += 1) {
    const chance = chanceOf(seed);
    const rules = world.fork();
    const trail: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      const [name, who] = [chance.pick(names), chance.pick(actors)];
      const args = argsFor(chance, rules, name);
      const outcome = await rules.tell(who, name, args, server(name));
      trail.push(`${who} ${name} ${JSON.stringify(args)}: ${outcome}`);
      if (outcome !== "applied") {
        expect(rules.written(), trail.at(-1)!).toEqual([]);
        continue;
      }
      applied.set(name, (applied.get(name) ?? 0) + 1);
      const again = await rules.tell(who, name, args, server(name));
      if (!toldApart.has(`${name} ${again}`)) expect(again, trail.join("\n")).toBe("unchanged");
      expect(rules.written(), trail.at(-1)!).toEqual([]);
    }
  }
  expect(names.filter((name) => !applied.has(name))).toEqual([]);
  expect([...applied].filter(([, count]) => count < 2)).toEqual([]);
});

/** What people may say of one thing at the same time, each of another field; and by whom it is said. */
const edits: [who: string, name: MutationName, about: object, said: object[]][] = [
  [
    ...(["imani", "key-result.revise", { keyResultId: idOf("open") }] as const),
    [
      ...[
        { title: "T" },
        { baseline: 0.1 },
        { target: 0.9 },
        { unit: { ...percent, decimals: 0 } },
        { weight: 3 },
      ],
      ...[
        { moves: { because: "B." } },
        { moves: { metricId: idOf("unused") } },
        { commitment: "aspirational" },
      ],
      ...[{ payLinked: true }, { counterweights: [skips] }, { alsoServes: [company] }, { measures: habit }],
    ],
  ],
  [
    ...(["imani", "metric.revise", { metricId: habit }] as const),
    [
      ...[{ name: "N" }, { definition: "D." }, { cadence: "daily" }, { source: "S." }, { floor: 0.1 }],
      ...[
        { ceiling: 0.9 },
        { target: 0.4 },
        { payLinked: true },
        { counterweights: [skips] },
        { freshDays: 3 },
      ],
    ],
  ],
  [
    ...(["dora", "candidate.revise", { candidateId: idOf("streams") }] as const),
    [{ name: "N" }, { definition: "D." }, { metricId: habit }, { gaming: "G." }, { correlation: "C." }],
  ],
  [
    ...(["dora", "candidate.judge", { candidateId: idOf("streams") }] as const),
    ["leading", "sticky", "measurable"].map((one) => ({ test: one, verdict: "yes", evidence: "E." })),
  ],
  [
    ...(["ben", "bet.revise", { betId: idOf("placed") }] as const),
    [
      { title: "T" },
      { movesInput: true },
      { movesStar: false },
      { todayOn: "2026-10-06" },
      { state: "doing" },
    ],
  ],
  [
    ...(["ada", "workspace.set-workshop", {}] as const),
    [{ premise: "P." }, { flywheel: "F." }, { fit: { productLed: "yes" } }, { fit: { oneModel: "no" } }],
  ],
  [
    ...(["ada", "cycle.allocate", { cycleId: q4 }] as const),
    [
      { squadId: podcasts, metricIds: [habit] },
      { squadId: idOf("ads"), metricIds: [habit, idOf("unused")] },
    ],
  ],
];

test.each(edits)(
  "%s: %s of different fields gives the same row in either order",
  async (who, name, about, said) => {
    for (const one of said)
      for (const other of said.filter((another) => another !== one)) {
        const told = async (first: object, second: object) => {
          const rules = world.fork();
          await rules.must(who, name, { ...about, ...first });
          await rules.must(who, name, { ...about, ...second });
          return contents(rules);
        };
        expect(await told(one, other), JSON.stringify([one, other])).toEqual(await told(other, one));
      }
  },
);

/** Every row but for how often it was written; which squad stands first among allocations says nothing. */
function contents(rules: Rules) {
  const rows = Object.values(everyRow(rules))
    .flat()
    .map(({ revision: _, ...row }) => row);
  return rows.map((row) =>
    "allocations" in row ? { ...row, allocations: row.allocations?.toSorted(bySquad) } : row,
  );
}
const bySquad = (a: { squadId: string }, b: { squadId: string }) => (a.squadId < b.squadId ? -1 : 1);
