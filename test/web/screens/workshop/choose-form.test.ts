import { expect, test } from "vitest";
import { starExamples } from "../../../../shared/metrics/star-examples.ts";
import {
  begunFrom,
  proposeArgs as candidateArgs,
  mistakesIn as candidateMistakes,
  formOf,
  reviseArgs,
} from "../../../../web/screens/workshop/candidate-form.ts";
import {
  defineArgs,
  mistakesIn,
  needsUmbrella,
  proposeArgs,
  suggested,
  umbrellaChoices,
  underUmbrella,
} from "../../../../web/screens/workshop/choose-form.ts";
import { workshopRows } from "../../../../web/screens/workshop/workshop-rows.ts";
import { founded, northStar, star } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

const id = idOf("nights");

async function chosen(rules: Rules, judge: "yes" | "no" = "yes") {
  await rules.must("ada", "workspace.set-workshop", {
    statement: "Sleep well.",
    businessModel: "transaction",
  });
  const form = { ...begunFrom(null, "transaction"), name: " Nights booked ", definition: "Nights a week." };
  await rules.must("dora", "candidate.propose", candidateArgs(form, id));
  const verdict = { candidateId: id, test: "measurable", verdict: judge, evidence: "" };
  await rules.must("dora", "candidate.judge", verdict);
  const rows = await workshopRows(readerOf(rules));
  return { rows, form: suggested(rows.shortlist[0]!, rows, idOf("ada")) };
}

test("an example's entry begins a candidate, and a number that is none begins a blank one", () => {
  const [first] = starExamples;
  expect(begunFrom("0", "transaction")).toMatchObject({
    ...{ name: first!.metric, definition: first!.definition, businessModel: "attention", reach: "depth" },
  });
  for (const entry of [null, "", "999", "-1", "1e1", "__proto__"])
    expect(begunFrom(entry, "transaction")).toMatchObject({ name: "", businessModel: "transaction" });
});

test("a candidate needs a name and a definition, and only what was touched is revised", () => {
  const blank = begunFrom(null, undefined);
  expect(Object.keys(candidateMistakes(blank))).toEqual(["name", "definition"]);
  expect(candidateMistakes({ ...blank, name: "N", definition: "x".repeat(2001) }).definition).toContain(
    "Shorten",
  );
  expect(candidateArgs({ ...blank, name: " N ", definition: " D " }, id)).toEqual({
    ...{ id, name: "N", definition: "D", cadence: "weekly" },
  });
  expect(reviseArgs({ name: " M ", reach: "", metricId: "" }, id)).toEqual({
    ...{ candidateId: id, name: "M", reach: null, metricId: null },
  });
  expect(formOf({ name: "N", definition: "D", answers: {}, state: "open" })).toMatchObject({
    reach: "",
    metricId: "",
  });
});

test("what was said in the workshop is not asked again, and an unmeasurable one starts as estimated", async () => {
  const { form } = await chosen(await founded(), "no");
  expect(form).toMatchObject({
    ...{ name: "Nights booked", statement: "Sleep well.", businessModel: "transaction", estimated: true },
    ...{ metricId: "", forLine: false, cadence: "weekly", stewardId: idOf("ada") },
  });
});

test("the chosen candidate becomes a metric and a proposal that the rules accept", async () => {
  const rules = await founded();
  const { rows, form } = await chosen(rules);
  expect(mistakesIn(form, rows)).toEqual({});
  await rules.must("ada", "metric.define", defineArgs(form, idOf("metric"), rows.keys));
  const ids = { id: idOf("new star"), metricId: idOf("metric"), candidateId: id };
  await rules.must("ada", "north-star.propose", proposeArgs(form, rows.stars, ids));
  expect(rules.get("metric", idOf("metric"))).toMatchObject({
    key: "nights-booked",
    kind: "north-star",
    estimated: false,
  });
  expect(rules.get("north-star", ids.id)).toMatchObject({ statement: "Sleep well.", state: "proposed" });
  expect(rules.get("candidate", id)).toMatchObject({ state: "chosen", metricId: idOf("metric") });
});

test("each mistake says what to do, and a short name that is taken is said before it is sent", async () => {
  const rules = await founded();
  const { rows, form } = await chosen(rules);
  const empty = { ...form, name: "", definition: "", stewardId: "", statement: " ", forLine: true };
  expect(Object.keys(mistakesIn(empty, rows)).sort()).toEqual([
    ...["definition", "name", "productLine", "statement", "stewardId"],
  ]);
  expect(mistakesIn({ ...form, key: "Nights Booked" }, rows).key).toContain("Small letters");
  expect(mistakesIn({ ...form, key: "listening" }, rows).key).toContain("Another metric");
  expect(mistakesIn({ ...empty, metricId: star, statement: "S.", productLine: "Hotels" }, rows)).toEqual({});
});

test("a second line asks for the umbrella above both, the first and the same line do not", async () => {
  const rules = await founded();
  const { form } = await chosen(rules);
  const line = { ...form, forLine: true, productLine: "Hotels" };
  const stars = async () => (await workshopRows(readerOf(rules))).stars;
  expect(needsUmbrella(line, await stars())).toBe(false);
  for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", { northStarId: northStar });
  const rows = await workshopRows(readerOf(rules));
  expect(needsUmbrella(form, rows.stars)).toBe(false);
  expect(mistakesIn(line, rows).umbrellaMetricId).toContain("cannot be signed without");
  const under = proposeArgs({ ...line, umbrellaMetricId: star }, rows.stars, {
    id: idOf("x"),
    metricId: idOf("m"),
    candidateId: id,
  });
  expect(under).toMatchObject({ productLine: "Hotels", umbrellaMetricId: star });
  expect(
    proposeArgs({ ...line, forLine: false }, rows.stars, { id, metricId: star, candidateId: id }).productLine,
  ).toBeUndefined();
});

test("a line that is there keeps its spelling, and a proposal without an umbrella is made again under one", async () => {
  const rules = await founded();
  const { form } = await chosen(rules);
  await rules.must("ada", "metric.define", defineArgs(form, idOf("metric"), new Set()));
  const line = { ...form, forLine: true, productLine: "Hotels" };
  const ids = { id: idOf("hotels"), metricId: idOf("metric"), candidateId: id };
  await rules.must("ada", "north-star.propose", proposeArgs(line, [], ids));
  for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", { northStarId: northStar });
  const sign = (northStarId: string) => rules.tell("ada", "north-star.commit", { northStarId });
  expect(await sign(idOf("hotels"))).toBe("umbrella_required umbrellaMetricId");

  const rows = await workshopRows(readerOf(rules));
  const again = { ...line, productLine: " hOTELS " };
  expect(proposeArgs(again, rows.stars, ids).productLine).toBe("Hotels");
  expect(umbrellaChoices(rows, idOf("metric")).map((one) => one.value)).not.toContain(idOf("metric"));
  const stuck = rows.stars.find((one) => one.id === idOf("hotels"))!;
  await rules.must("ada", "north-star.propose", underUmbrella(stuck, idOf("under"), star));
  expect(rules.get("north-star", idOf("hotels")).state).toBe("replaced");
  expect(rules.get("north-star", idOf("under"))).toMatchObject({
    productLine: "Hotels",
    statement: "Sleep well.",
  });
  expect(await sign(idOf("under"))).toBe("applied");
});
