import { expect, test } from "vitest";
import { breachedOf, guardrailsOf } from "../../../shared/metrics/guarding.ts";
import { finishes, habit, percent, running, skips, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const sky = (rules: Rules) => ({ metrics: rules.all("metric"), northStars: rules.all("north-star") });
const ids = (metrics: readonly { id: string }[]) => metrics.map((one) => one.id).sort();

async function guardrail(rules: Rules, name: string, more: object) {
  const id = idOf(`metric ${name}`);
  await rules.must("ada", "metric.define", {
    ...{ id, key: name, name, definition: "As counted.", kind: "guardrail", goodDirection: "down" },
    ...{ cadence: "weekly", unit: percent, stewardId: idOf("stew"), ceiling: 0.3, ...more },
  });
  return id;
}

test("guardrails of the line, those for everything and named counterweights hold; another input's does not", async () => {
  const rules = await running();
  const other = idOf("metric other");
  await rules.must("ada", "metric.define", {
    ...{
      id: other,
      key: "other",
      name: "Other",
      definition: "As counted.",
      kind: "input",
      cadence: "weekly",
    },
    ...{ goodDirection: "up", unit: percent, stewardId: idOf("stew"), parentId: star },
  });
  const onLine = await guardrail(rules, "on-line", { parentId: habit });
  const aside = await guardrail(rules, "aside", { parentId: other });
  const row = rules.get("key-result", finishes);
  expect(ids(guardrailsOf(row, sky(rules)))).toEqual([skips, onLine].sort());
  expect(ids(guardrailsOf({ ...row, counterweights: [aside] }, sky(rules)))).toEqual(
    [skips, onLine, aside].sort(),
  );
  await rules.must("ada", "metric.retire", { metricId: onLine });
  expect(ids(guardrailsOf(row, sky(rules)))).toEqual([skips]);
});

test("a guardrail is breached by its last reading alone, and not without one", async () => {
  const rules = await running();
  const row = rules.get("key-result", finishes);
  const breached = () =>
    ids(
      breachedOf(
        row,
        sky(rules),
        (id) => rules.all("reading").filter((one) => one.metricId === id),
        "2026-10-05",
      ),
    );
  const read = (on: string, value: number) =>
    rules.must("stew", "reading.record", { metricId: skips, on, value, source: "by hand" });
  expect(breached()).toEqual([]);
  await read("2026-09-28", 0.34);
  expect(breached()).toEqual([skips]);
  await read("2026-10-05", 0.3);
  expect(breached()).toEqual([]);
});
