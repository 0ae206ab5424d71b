import { describe, expect, test } from "vitest";
import { dayBets } from "../../../shared/focus/day-bets.ts";
import { focusOf } from "../../../shared/focus/focus.ts";
import { focusWords } from "../../../shared/focus/words.ts";
import { alsoRunning, finishes, podcasts, q4, running } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const on = "2026-11-11";
const focusIn = (rules: Rules, change: (rows: ReturnType<typeof focusRows>) => object = () => ({})) => {
  const rows = focusRows(rules);
  return focusOf(podcasts, on, { ...rows, ...change(rows) });
};
function focusRows(rules: Rules) {
  return { ...rowsOf(rules), choices: rules.all("focus") };
}

async function several(): Promise<Rules> {
  const rules = await running();
  for (const name of ["Alike b", "Alike a", "Alike c"]) await alsoRunning(rules, name, {});
  return rules;
}

describe("whatever the rows look like, a focus", () => {
  test("is the same in whichever order they come", async () => {
    const rules = await several();
    const forward = focusIn(rules);
    const backward = focusIn(rules, (rows) => ({
      keyResults: [...rows.keyResults].reverse(),
      objectives: [...rows.objectives].reverse(),
    }));
    expect(backward).toEqual(forward);
    expect(forward.keyResult?.title).toBe("Alike a");
  });

  test("is none for a squad nobody knows, without cycles, and without objectives", async () => {
    const rules = await running();
    expect(focusOf(idOf("nobody's"), on, focusRows(rules)).ranked).toEqual([]);
    expect(focusIn(rules, () => ({ cycles: [] })).ranked).toEqual([]);
    expect(focusIn(rules, () => ({ objectives: [] })).ranked).toEqual([]);
  });

  test("names no member who is gone, and breaks on no title", async () => {
    const rules = await running();
    const title = `${"🧭".repeat(90)}\u202Eright to left`;
    await rules.must("imani", "key-result.revise", { keyResultId: finishes, title });
    await rules.must("sam", "focus.choose", { squadId: podcasts, on, keyResultId: finishes });
    expect(focusWords(focusIn(rules), () => undefined)).toEqual({ title, why: "Somebody who left chose it" });
  });

  test("is the rule's again the moment a choice cannot hold: dropped, or its cycle over", async () => {
    const rules = await several();
    await rules.must("sam", "focus.choose", { squadId: podcasts, on, keyResultId: finishes });
    expect(focusIn(rules).reason?.by).toBe("chosen");
    const dropped = rules.fork();
    await dropped.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(focusIn(dropped)).toMatchObject({ keyResult: { title: "Alike a" }, reason: { by: "gap" } });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    expect(focusIn(rules)).toEqual({ squadId: podcasts, on, ranked: [] });
  });
});

test("a squad's day holds its own open bets, mine first, and what was left; nobody's come last", async () => {
  const rules = await running();
  const place = (title: string, fields: object = {}) =>
    rules.must("ben", "bet.place", { id: idOf(title), title, squadId: podcasts, todayOn: on, ...fields });
  await place("Sam's", { ownerId: idOf("sam"), keyResultId: finishes });
  await place("Ben's", { ownerId: idOf("ben") });
  await place("Ben's of Monday", { ownerId: idOf("ben"), todayOn: "2026-11-09" });
  await place("Nobody's");
  await place("Tomorrow's", { todayOn: "2026-11-12" });
  await place("Ended");
  await rules.must("ben", "bet.conclude", { betId: idOf("Ended"), as: "won" });
  const rows = {
    bets: rules.all("bet"),
    members: rules.all("member"),
    find: (id: string) => rules.find("key-result", id),
  };
  const told = dayBets(podcasts, on, rows, idOf("ben"));
  expect(
    told.people.map((one) => one.bets.map((two) => [two.bet.title, two.isJustified, two.isLeft])),
  ).toEqual([
    [
      ["Ben's", false, false],
      ["Ben's of Monday", false, true],
    ],
    [["Sam's", true, false]],
    [["Nobody's", false, false]],
  ]);
  expect(told.unjustified).toBe(4);
  expect(dayBets(idOf("another"), on, rows)).toEqual({ people: [], unjustified: 0 });
});
