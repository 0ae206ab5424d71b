import { expect, test } from "vitest";
import { isLeantOn, leaningOn } from "../../../shared/metrics/leaning.ts";
import { finishes, habit, northStar, percent, running, skips, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const leaning = (rules: Rules, id: string) =>
  leaningOn(id, {
    northStars: rules.all("north-star"),
    metrics: rules.all("metric"),
    keyResults: rules.all("key-result"),
  });

test("what points at a metric is named, and the rule refuses just then", async () => {
  const rules = await running();
  const onStar = leaning(rules, star);
  expect(onStar.northStars.map((one) => one.id)).toEqual([northStar]);
  expect(onStar.below.map((one) => one.id)).toEqual([habit]);
  expect(leaning(rules, habit).keyResults.map((one) => one.id)).toEqual([finishes]);
  expect(isLeantOn(leaning(rules, skips))).toBe(false);
  for (const id of [star, habit])
    expect(await rules.tell("ada", "metric.retire", { metricId: id })).toBe("metric_in_use metricId");
  await rules.must("ada", "metric.retire", { metricId: skips });
});

test("an umbrella above a North Star carries it", async () => {
  const rules = await running();
  await rules.must("ada", "metric.define", {
    ...{
      id: idOf("umbrella"),
      key: "umbrella",
      name: "Umbrella",
      definition: "As counted.",
      kind: "outcome",
    },
    ...{ unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("stew") },
  });
  await rules.must("ada", "north-star.propose", {
    ...{ id: idOf("second"), metricId: star, statement: "Ads.", productLine: "Ads" },
    umbrellaMetricId: idOf("umbrella"),
  });
  expect(leaning(rules, idOf("umbrella")).northStars).toHaveLength(1);
  const retire = { metricId: idOf("umbrella") };
  expect(await rules.tell("ada", "metric.retire", retire)).toBe("metric_in_use metricId");
});
