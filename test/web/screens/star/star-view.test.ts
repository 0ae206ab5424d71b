import { expect, test } from "vitest";
import { starRows } from "../../../../web/screens/star/star-rows.ts";
import { inputsOf, linesOf, movers, statusOf } from "../../../../web/screens/star/star-view.ts";
import { alsoRunning, finishes, habit, northStar, percent, running, star } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

async function view(rules: Rules) {
  const rows = await starRows(readerOf(rules), rules.now.slice(0, 10));
  const moving = movers(rows, Date.parse(rules.now));
  return { rows, moving, ...inputsOf(rows, moving) };
}

test("an input says the worst status of what moves it, and one nobody moves stands apart", async () => {
  const rules = await running();
  await rules.must("ada", "metric.define", {
    ...{ id: idOf("saved"), key: "saved", name: "Saved tracks", definition: "As counted.", kind: "input" },
    ...{ unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("stew") },
  });
  const other = await alsoRunning(rules, "On pace", {});
  rules.now = "2026-11-02T09:00:00.000Z";
  const checkIn = (keyResultId: string, value: number) =>
    rules.must("ben", "check-in.record", {
      id: idOf(`in ${keyResultId}`),
      keyResultId,
      value,
      confidence: 5,
    });
  await checkIn(finishes, 0.185);
  await checkIn(other, 0.25);
  const { moved, unmoved, moving } = await view(rules);
  expect(moving.map((one) => one.status).sort()).toEqual(["off-pace", "on-pace"]);
  expect(moved.map((one) => one.metric.id)).toEqual([habit]);
  expect(statusOf(moved[0]!)).toBe("off-pace");
  expect(unmoved.map((one) => one.metric.id)).toEqual([idOf("saved")]);
});

test("a proposal beside the committed North Star does not take its place", async () => {
  const rules = await running();
  await rules.must("ada", "north-star.commit", { northStarId: northStar });
  await rules.must("dora", "north-star.commit", { northStarId: northStar });
  const newer = { id: idOf("newer"), metricId: star, statement: "Something newer." };
  await rules.must("ada", "north-star.propose", newer);
  const { rows } = await view(rules);
  expect(rows.northStar?.id).toBe(northStar);
  expect(rows.proposal?.id).toBe(newer.id);
});

test("retired metrics are gone from the screen, and without a running cycle nobody moves anything", async () => {
  const rules = await running();
  await rules.must("ada", "key-result.drop", { keyResultId: finishes });
  await rules.must("ada", "metric.retire", { metricId: habit });
  const { rows, moving } = await view(rules);
  expect(rows.metrics.map((one) => one.id)).not.toContain(habit);
  expect(moving).toEqual([]);
  expect(movers({ ...rows, cycle: undefined }, Date.parse(rules.now))).toEqual([]);
});

test("with several product lines each shows its own North Star, proposal and inputs; the company's comes first", async () => {
  const rules = await running();
  const metric = { definition: "As counted.", unit: percent, goodDirection: "up", cadence: "weekly" };
  const define = (name: string, kind: string, parentId?: string) =>
    rules.must("ada", "metric.define", {
      ...{ ...metric, id: idOf(name), key: name, name, kind, stewardId: idOf("ada") },
      ...(parentId === undefined ? {} : { parentId }),
    });
  await define("total", "outcome");
  await define("chapters", "north-star");
  await define("finished", "input", idOf("chapters"));
  await define("loose", "input");
  const books = { productLine: "Audiobooks", umbrellaMetricId: idOf("total") };
  const propose = (name: string, args: object) =>
    rules.must("ada", "north-star.propose", { id: idOf(name), statement: "S.", ...args });
  await propose("books", { metricId: idOf("chapters"), ...books });
  for (const who of ["ada", "dora"])
    await rules.must(who, "north-star.commit", { northStarId: idOf("books") });
  await propose("books again", { metricId: idOf("chapters"), ...books });

  const shown = async (starId?: string) => {
    const rows = await starRows(readerOf(rules), rules.now.slice(0, 10), starId);
    const { moved, unmoved } = inputsOf(rows, movers(rows, Date.parse(rules.now)));
    const inputs = [...moved, ...unmoved].map((one) => one.metric.name).sort();
    return { star: rows.northStar?.id, proposal: rows.proposal?.id, inputs, rows };
  };
  const first = await shown();
  expect(linesOf(first.rows.northStars).map((one) => one.id)).toEqual([northStar, idOf("books")]);
  expect(first).toMatchObject({ star: northStar, inputs: ["Weekly podcast habit", "loose"] });
  expect(first.proposal).toBeUndefined();
  for (const id of [idOf("books"), idOf("books again")])
    expect(await shown(id)).toMatchObject({
      ...{ star: idOf("books"), proposal: idOf("books again"), inputs: ["finished"] },
    });
  expect((await shown("gone")).star).toBe(northStar);
});
