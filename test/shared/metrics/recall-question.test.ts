import { expect, test } from "vitest";
import { recallQuestion } from "../../../shared/metrics/recall-question.ts";
import { recallRates } from "../../../shared/metrics/recall-rate.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { founded, habit, q4, running, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const examples = ["Nights booked", "Messages sent", "Boards with three people", "Searches answered"];
const asked = (rules: Rules, who = "ben", cycleId = q4, more: object = {}) =>
  recallQuestion({
    memberId: idOf(who),
    cycleId,
    northStars: rules.all("north-star"),
    metrics: rules.all("metric"),
    candidates: rules.all("candidate"),
    examples,
    ...more,
  })!;
const names = (question: { choices: { name: string }[] }) => question.choices.map((one) => one.name);

test("the North Star stands among three others, and answering with its key is right by the rule", async () => {
  const rules = await running();
  const question = asked(rules);
  expect(question.choices).toHaveLength(4);
  expect(new Set(names(question)).size).toBe(4);
  expect(question.answer).toEqual({ key: star, name: "Time spent listening" });
  expect(question.choices).toContainEqual(question.answer);
  for (const [who, { key }] of [
    ["ben", question.answer],
    ["sam", question.choices.find((one) => one.key !== star)!],
  ] as const)
    await rules.must(who, "recall.answer", { cycleId: q4, choice: key });
  const given = rules.all("recall");
  expect(given.map((one) => one.right).sort()).toEqual([false, true]);
  expect(recallRates(rules.all("cycle"), given)).toEqual([
    { cycle: rules.get("cycle", q4), right: 1, answered: 2 },
  ]);
});

test("a member sees the same four in the same order, another member others, and so does the next cycle", async () => {
  const rules = await running();
  expect(asked(rules)).toEqual(asked(rules));
  const orders = ["ada", "ben", "sam", "dora", "imani", "olu", "stew", "dele"].map((who) =>
    names(asked(rules, who)).join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(3);
  const places = new Set(
    [...Array(40).keys()].map((n) => names(asked(rules, `m${n}`)).indexOf("Time spent listening")),
  );
  expect(places).toEqual(new Set([0, 1, 2, 3]));
  const later = [...Array(8).keys()].map((n) => names(asked(rules, "ben", idOf(`cycle ${n}`))).join());
  expect(new Set(later).size).toBeGreaterThan(1);
});

test("rejected candidates mislead first, at most two of them; one that is the North Star by another name never", async () => {
  const rules = await founded();
  const candidate = async (name: string, more: object = {}) => {
    const id = idOf(`candidate ${name}`);
    await rules.must("ada", "candidate.propose", { id, name, definition: "As counted.", ...more });
    await rules.must("ada", "candidate.reject", { candidateId: id, reason: "Too slow." });
  };
  for (const name of ["Total streams", "Monthly actives", "Revenue"]) await candidate(name);
  await candidate("Listening hours", { metricId: star });
  await candidate(" time SPENT listening ");
  const all = names(asked(rules));
  expect(all.filter((one) => ["Total streams", "Monthly actives", "Revenue"].includes(one))).toHaveLength(2);
  expect(all).not.toContain("Listening hours");
  expect(all.filter((one) => /time spent listening/i.test(one))).toEqual(["Time spent listening"]);
});

test("guardrails and retired metrics are no choice; where little is known there are fewer than four", async () => {
  const rules = await founded();
  const question = asked(rules, "ben", q4, { examples: [] });
  expect(question.choices.map((one) => one.key).sort()).toEqual([habit, star].sort());
  await rules.must("ada", "metric.retire", { metricId: habit });
  expect(names(asked(rules, "ben", q4, { examples: ["時間 🎧"] })).sort()).toEqual(
    ["Time spent listening", "時間 🎧"].sort(),
  );
});

test("without a North Star nothing is asked, and a star of another product line is no wrong answer", async () => {
  const rules = await founded();
  expect(asked(rules, "ben", q4, { northStars: [] })).toBeNull();
  const other = { ...rules.all("north-star")[0]!, id: idOf("other"), metricId: habit, productLine: "Ads" };
  const keys = asked(rules, "ben", q4, {
    northStars: [...rules.all("north-star"), other],
  }).choices.map((one) => one.key);
  expect(keys).toContain(star);
  expect(keys).not.toContain(habit);
});

test("a cycle nobody answered in has no rate, and the latest stands first", () => {
  const cycle = (id: string, startsOn: string) => ({ id, startsOn }) as RowOf<"cycle">;
  const recall = (cycleId: string, right: boolean) => ({ cycleId, right }) as RowOf<"recall">;
  const rates = recallRates(
    [cycle("q2", "2026-04-01"), cycle("q4", "2026-10-01"), cycle("q3", "2026-07-01")],
    [recall("q2", true), recall("q3", false), recall("q3", true), recall("gone", true)],
  );
  expect(rates.map(({ cycle, right, answered }) => [cycle.id, right, answered])).toEqual([
    ["q3", 1, 2],
    ["q2", 1, 1],
  ]);
});
