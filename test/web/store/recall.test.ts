import { expect, test } from "vitest";
import { readRecall } from "../../../web/store/recall.ts";
import { founded, northStar, q4, running, star } from "../../support/cast.ts";
import { readerOf } from "../../support/reader.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const ben = idOf("ben");
const asked = (rules: Rules, today: string, who = ben) => readRecall(readerOf(rules), who, today);

test("in a running cycle everybody is asked, but not before its third week", async () => {
  const rules = await running();
  expect((await asked(rules, "2026-10-14"))?.due).toBe(false);
  expect(await asked(rules, "2026-10-15")).toMatchObject({
    due: true,
    statement: "Worth it.",
    given: undefined,
  });
  expect(await asked(rules, "2026-10-15", idOf("vic"))).toMatchObject({ due: true });
});

test("where no cycle runs, nobody is signed in or no North Star stands, nothing is asked", async () => {
  const rules = await running();
  expect(await asked(await founded(), "2026-10-15")).toBeNull();
  expect(await asked(rules, "2026-09-30")).toBeNull();
  expect(await asked(rules, "2026-10-15", "")).toBeNull();
});

test("what was answered is found again, by whoever answered and by nobody else", async () => {
  const rules = await running();
  await rules.must("ben", "recall.answer", { cycleId: q4, choice: star });
  expect((await asked(rules, "2026-10-15"))?.given?.right).toBe(true);
  expect((await asked(rules, "2026-10-15", idOf("sam")))?.given).toBeUndefined();
  expect(await rules.tell("ben", "recall.answer", { cycleId: q4, choice: "another" })).toBe(
    "already_answered cycleId",
  );
});

test("three wrong ones are there from the first day, from what other companies look at", async () => {
  const rules = await running();
  const question = (await asked(rules, "2026-10-15"))!.question;
  expect(question.choices).toHaveLength(4);
  expect(question.choices.some((one) => one.key.startsWith("example "))).toBe(true);
  expect(rules.get("north-star", northStar).metricId).toBe(question.answer.key);
});
