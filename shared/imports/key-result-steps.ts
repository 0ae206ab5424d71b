import type { RowOf } from "../sync/mutation.ts";
import { equal } from "../sync/write.ts";
import { currentIn } from "./current.ts";
import type { KeyResultAsked } from "./key-results.ts";
import { unitIn } from "./metrics.ts";
import { numberIn, type PlanContext, type Step, said, textIn } from "./plan.ts";
import type { Understood } from "./understand.ts";

type Unit = RowOf<"key-result">["unit"];

/**
 * The mutations that bring one key result to what its row says. Its owner goes by a mutation of its own, and where it
 * stands by a check-in at the end; without a baseline it begins where it stands.
 */
export function keyResultSteps(asked: KeyResultAsked, inPercent: boolean, context: PlanContext): Step[] {
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
  const metricId = find("metric", row, "moves")?.id;
  const because = textIn(row, "because");
  const moves =
    metricId === undefined ? undefined : { metricId, because: because ?? stored?.moves?.because ?? "" };
  const milestones = milestonesIn(row, stored, context);
  const { current, ...stated } = numbersIn(row, { unit, stored, milestones, inPercent }, context);
  asked.current = current;
  asked.ownerId = owner?.id ?? stored?.ownerId;
  const terms = said({
    ...{ title, ...stated, unit, milestones, measures: measures?.id, moves },
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

/** Where it begins, goes and stands. What has a way to go and no baseline begins where it stands by the file. */
function numbersIn(
  row: Understood,
  about: { unit: Unit; stored: RowOf<"key-result"> | undefined; milestones: unknown; inPercent: boolean },
  context: PlanContext,
) {
  const { unit, stored, milestones, inPercent } = about;
  const [start, target] = ["baseline", "target"].map((field) => numberIn(row, field, unit.scale, context));
  const baseline = start ?? stored?.baseline;
  const goal = target ?? stored?.target;
  const direction = textIn(row, "direction") ?? stored?.direction ?? directionOf(start, target, milestones);
  if (direction === "milestones") {
    if (row.values.has("current") || row.values.has("progress")) context.left.add("progress_without_numbers");
    return { baseline: start, target, direction, current: undefined };
  }
  const current = currentIn(row, { scale: unit.scale, baseline, target: goal }, inPercent, context);
  const begins = baseline === undefined && (direction === "increase" || direction === "decrease");
  if (!begins || current === undefined) return { baseline: start, target, direction, current };
  const way = textIn(row, "direction") ?? directionOf(current, target, milestones);
  return { baseline: current, target, direction: way, current: undefined };
}

/** What the row says of the unit, else what it is or what it measures. */
function unitOf(row: Understood, usual: Unit | undefined, context: PlanContext): Unit {
  const says = ["unit", "scale", "decimals"].some((field) => row.values.has(field));
  if (!says && usual !== undefined) return usual;
  const percent = ["baseline", "target", "current"].some((field) => {
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
