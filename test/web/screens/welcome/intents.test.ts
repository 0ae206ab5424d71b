import { expect, test } from "vitest";
import { definitionOf, type Kind } from "../../../../shared/sync/catalog.ts";
import type { Verdict } from "../../../../shared/sync/mutation.ts";
import { createRowCache, RowsMissing } from "../../../../shared/sync/rows.ts";
import { runRule } from "../../../../shared/sync/rule.ts";
import { uuidv7 } from "../../../../shared/sync/uuid.ts";
import { type Draft, emptyDraft, emptyMetric } from "../../../../web/screens/welcome/draft.ts";
import { type Held, held, knownFrom, resumed } from "../../../../web/screens/welcome/from-rows.ts";
import {
  cycleIntents,
  type Intent,
  inputIntents,
  starIntents,
} from "../../../../web/screens/welcome/intents.ts";
import { proposedCycle } from "../../../../web/screens/welcome/quarter.ts";

const at = "2026-11-21T10:00:00.000Z";
const on = "2026-11-21";
let made = 0;
const newId = () => {
  made += 1;
  return uuidv7(Date.parse(at) + made, new Uint8Array(10));
};

/** A workspace that Ada has just founded, ruled by the real rules, in memory. */
async function founded() {
  const cache = createRowCache();
  const adaId = newId();
  const who = { memberId: adaId };
  const written: [Kind, string][] = [];
  async function act(name: string, args: unknown, server = false): Promise<Verdict> {
    const definition = await definitionOf(name);
    for (;;) {
      try {
        const verdict = runRule(definition!, args, {
          rows: cache.rows,
          who: { ...who, server },
          when: { at, receivedAt: at },
        });
        if ("writes" in verdict)
          for (const write of verdict.writes) {
            cache.write(write);
            written.push([write.kind, write.id]);
          }
        return verdict;
      } catch (error) {
        if (!(error instanceof RowsMissing)) throw error;
        for (const want of error.wants) cache.fill(want, []);
      }
    }
  }
  const rowsOf = (kind: Kind) =>
    [...new Set(written.filter(([one]) => one === kind).map(([, id]) => id))].flatMap((id) => {
      const row = cache.known(kind, id);
      return row ? [row] : [];
    });
  const reader = {
    get: async (kind: Kind, id: string) => cache.known(kind, id) ?? undefined,
    list: async (kind: Kind) => rowsOf(kind),
    inCycle: async (kind: Kind) => rowsOf(kind),
  };
  await act("workspace.found", { id: newId(), name: "Harbour Music", zone: "Europe/Lisbon" }, true);
  const ada = { id: adaId, name: "Ada Okafor", role: "admin", zone: "Europe/Lisbon", locale: "en" };
  await act("member.join", ada, true);
  return {
    adaId,
    act,
    rows: (): Promise<Held> => held(reader as never),
    async doAll(intents: Intent[]) {
      const verdicts = [];
      for (const { name, args } of intents) verdicts.push(await act(name, args));
      return verdicts.flatMap((one) => ("refused" in one ? [one.refused] : []));
    },
    async setting(draft: Draft) {
      return { memberId: adaId, on, known: knownFrom(await held(reader as never), draft.cycle.id) };
    },
  };
}

/** What somebody types in the five steps with one input. */
function answered(): Draft {
  const draft = emptyDraft(newId, proposedCycle(on));
  const star = { ...draft.star, name: "Listening per listener", label: "min / week", now: 261 };
  const input = { ...draft.inputs[0]!, name: "Weekly podcast habit", scale: "ratio" as const, now: 0.18 };
  return {
    ...draft,
    star,
    inputs: [input],
    objective: { ...draft.objective, title: "Be the daily companion" },
    keyResult: { ...draft.keyResult, because: "a weekly habit adds listening time", target: 0.26 },
  };
}

test("the answers of five steps become a running cycle, and its key result takes a check-in", async () => {
  const northing = await founded();
  const draft = answered();
  for (const intents of [starIntents, inputIntents, cycleIntents])
    expect(await northing.doAll(intents(draft, await northing.setting(draft)))).toEqual([]);
  const rows = await northing.rows();
  expect(rows.cycles.map((one) => one.state)).toEqual(["running"]);
  const [keyResult] = rows.keyResults;
  expect(keyResult).toMatchObject({
    title: "Weekly podcast habit",
    ownerId: northing.adaId,
    direction: "increase",
    baseline: 0.18,
    target: 0.26,
    unit: { scale: "ratio", label: "" },
    state: "committed",
  });
  const said = { id: newId(), keyResultId: keyResult!.id, value: 0.19, confidence: 6 };
  expect(await northing.act("check-in.record", said)).toHaveProperty("writes");
});

test("going back and saving again changes the rows and adds none", async () => {
  const northing = await founded();
  const draft = answered();
  for (const intents of [starIntents, inputIntents, cycleIntents])
    await northing.doAll(intents(draft, await northing.setting(draft)));
  const changed = {
    ...draft,
    star: { ...draft.star, name: "Time listening" },
    keyResult: { ...draft.keyResult, target: 0.3 },
  };
  for (const intents of [starIntents, inputIntents, cycleIntents])
    expect(await northing.doAll(intents(changed, await northing.setting(changed)))).toEqual([]);
  const rows = await northing.rows();
  expect(rows.metrics.map((one) => one.name)).toEqual(["Time listening", "Weekly podcast habit"]);
  expect([
    rows.northStars.length,
    rows.cycles.length,
    rows.objectives.length,
    rows.keyResults.length,
  ]).toEqual([1, 1, 1, 1]);
  expect(rows.keyResults[0]!.target).toBe(0.3);
});

test("a because of two words stops at the gate, everything else is kept, and a third word opens it", async () => {
  const northing = await founded();
  const draft = answered();
  const short = { ...draft, keyResult: { ...draft.keyResult, because: "it helps" } };
  await northing.doAll(starIntents(short, await northing.setting(short)));
  await northing.doAll(inputIntents(short, await northing.setting(short)));
  expect(await northing.doAll(cycleIntents(short, await northing.setting(short)))).toEqual(["gate_because"]);
  expect((await northing.rows()).keyResults).toHaveLength(1);
  expect(await northing.doAll(cycleIntents(draft, await northing.setting(draft)))).toEqual([]);
});

test("a target below the baseline means the number is to fall", async () => {
  const northing = await founded();
  const draft = answered();
  const falling = { ...draft, keyResult: { ...draft.keyResult, baseline: 0.24, target: 0.12 } };
  const [, , drafted] = cycleIntents(falling, await northing.setting(falling));
  expect(drafted!.args).toMatchObject({ direction: "decrease", baseline: 0.24, target: 0.12 });
});

test("two inputs of one name get two short names, and one taken out again is retired", async () => {
  const northing = await founded();
  const draft = answered();
  const second = { ...emptyMetric(newId()), name: "Weekly podcast habit" };
  const both = { ...draft, inputs: [...draft.inputs, second, emptyMetric(newId())] };
  await northing.doAll(starIntents(both, await northing.setting(both)));
  expect(await northing.doAll(inputIntents(both, await northing.setting(both)))).toEqual([]);
  const keys = (await northing.rows()).metrics.map((one) => one.key);
  expect(keys).toEqual(["listening-per-listener", "weekly-podcast-habit", "weekly-podcast-habit-2"]);
  const without = { ...draft, retired: [second.id] };
  expect(await northing.doAll(inputIntents(without, await northing.setting(without)))).toEqual([]);
  expect((await northing.rows()).metrics.at(-1)!.state).toBe("retired");
});

test("another device of the admin goes on where the first one stopped", async () => {
  const northing = await founded();
  const draft = answered();
  for (const intents of [starIntents, inputIntents])
    await northing.doAll(intents(draft, await northing.setting(draft)));
  const fresh = resumed(emptyDraft(newId, proposedCycle(on)), await northing.rows());
  expect(fresh.star).toMatchObject({
    id: draft.star.id,
    name: "Listening per listener",
    label: "min / week",
  });
  expect(fresh.northStarId).toBe(draft.northStarId);
  expect(fresh.inputs.map((one) => one.id)).toEqual([draft.inputs[0]!.id]);
  expect(fresh.keyResult.movesId).toBe(draft.inputs[0]!.id);
});
