import type { RowOf } from "../sync/mutation.ts";
import { equal } from "../sync/write.ts";
import type { KeyResultAsked } from "./key-results.ts";
import { unitIn } from "./metrics.ts";
import { numberIn, type PlanContext, type Step, said, textIn } from "./plan.ts";
import type { Understood } from "./understand.ts";

type Unit = RowOf<"key-result">["unit"];

/** The mutations that bring one key result to what its row says. Its owner goes by a mutation of its own. */
export function keyResultSteps(asked: KeyResultAsked, context: PlanContext): Step[] {
  const { row, id, title, objective, isThere } = asked;
  const { find, problems, directory } = context;
  const known = problems.count;
  const stored = isThere ? directory["key-result"].find((one) => one.id === id) : undefined;
  const owner = find("member", row, "owner");
  if (!row.values.has("owner") && stored === undefined)
    problems.add({
      code: "gate_owner",
      ...row.place("owner"),
      expected: "the one person who answers for it",
    });
  const measures = find("metric", row, "measures");
  const unit = unitOf(row, stored?.unit ?? measures?.unit, context);
  const [baseline, target] = ["baseline", "target"].map((field) => numberIn(row, field, unit.scale, context));
  const metricId = find("metric", row, "moves")?.id;
  const because = textIn(row, "because");
  const moves =
    metricId === undefined ? undefined : { metricId, because: because ?? stored?.moves?.because ?? "" };
  const milestones = milestonesIn(row, stored, context);
  const terms = said({
    ...{ title, baseline, target, unit, milestones, measures: measures?.id, moves },
    direction: textIn(row, "direction") ?? stored?.direction ?? directionOf(baseline, target, milestones),
    ...{ commitment: textIn(row, "commitment"), weight: numberIn(row, "weight", "value", context) },
  });
  if (problems.count > known) return [];
  if (stored === undefined) {
    const args = { id, objectiveId: objective.id, ownerId: owner?.id, ...terms };
    return [{ row, name: "key-result.draft", args, counts: true }];
  }
  const before = stored as unknown as Record<string, unknown>;
  const changed = Object.entries(terms).filter(([name, value]) => !equal(before[name], value));
  const args = { keyResultId: id, ...Object.fromEntries(changed) };
  const revise: Step = { row, name: "key-result.revise", args, counts: true };
  if (owner === undefined || owner.id === stored.ownerId) return [revise];
  const handOn = { keyResultId: id, ownerId: owner.id };
  return [revise, { row, name: "key-result.reassign", args: handOn, counts: false }];
}

/** What the row says of the unit, else what it is or what it measures. */
function unitOf(row: Understood, usual: Unit | undefined, context: PlanContext): Unit {
  const says = ["unit", "scale", "decimals"].some((field) => row.values.has(field));
  if (!says && usual !== undefined) return usual;
  const percent = ["baseline", "target"].some((field) => {
    const value = row.values.get(field);
    return typeof value === "object" && value.percent;
  });
  if (!says && percent) return { label: "", scale: "ratio", decimals: 1 };
  return unitIn(row, context);
}

function directionOf(baseline: number | undefined, target: number | undefined, milestones: unknown): string {
  if (milestones !== undefined) return "milestones";
  return baseline !== undefined && target !== undefined && target < baseline ? "decrease" : "increase";
}

function milestonesIn(
  row: Understood,
  stored: RowOf<"key-result"> | undefined,
  { idFor }: PlanContext,
): object[] | undefined {
  const titles = textIn(row, "milestones")
    ?.split(/[|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return titles?.map((title, place) => {
    const same = stored?.milestones?.find((one) => one.title === title);
    return same ?? { id: idFor(`milestone ${row.line} ${place}`), title, weight: 1 };
  });
}
