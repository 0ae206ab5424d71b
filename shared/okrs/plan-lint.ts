import type { Kind } from "../sync/catalog.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Plan } from "./gate.ts";
import { lineToStar, standing } from "./line.ts";
import type { Finding } from "./lint.ts";

/** A finding about the plan as a whole, at the row it is about. */
export interface PlanFinding extends Finding {
  kind: Extract<Kind, "cycle" | "squad" | "objective" | "key-result" | "member" | "metric" | "north-star">;
  id: string;
}

/** What the gate looks at, and the squads; of other cycles nothing is counted. */
export interface LintedPlan extends Plan {
  cycleId: string;
  squads: readonly RowOf<"squad">[];
}

/** The counts that keep a plan one that people can hold in their heads. */
export const limits = {
  objectivesOfSquad: 2,
  companyObjectives: 5,
  keyResults: { fewest: 2, most: 4 },
  keyResultsOfOwner: 7,
  inputs: { fewest: 3, most: 5 },
} as const;
/** So many metrics without a North Star are a heap. */
const heap = 3;

/** What a plan has too much or too little of: the whole first, then squads, objectives, key results and owners. */
export function planLint(plan: LintedPlan): PlanFinding[] {
  const ours: LintedPlan = {
    ...plan,
    objectives: plan.objectives.filter((one) => one.cycleId === plan.cycleId && one.state !== "dropped"),
    keyResults: plan.keyResults.filter((one) => one.cycleId === plan.cycleId && one.state !== "dropped"),
    metrics: plan.metrics.filter((one) => one.state === "active"),
  };
  return [
    ...ofStars(ours),
    ...ofCompany(ours),
    ...ours.squads.flatMap((squad) => ofSquad(squad, ours)),
    ...ours.objectives.flatMap((objective) => ofObjective(objective, ours)),
    ...ours.keyResults.flatMap((keyResult) => ofKeyResult(keyResult, ours)),
    ...ours.metrics.flatMap((metric) => ofMetric(metric)),
    ...ours.members.flatMap((member) => ofOwner(member, ours)),
  ];
}

type About = Pick<PlanFinding, "kind" | "id">;

function warn(about: About, rule: string, message: string, pattern: string): PlanFinding[] {
  return [{ ...about, rule, severity: "warn", message, pattern }];
}

function ofStars({ northStars, metrics, cycleId, ...plan }: LintedPlan): PlanFinding[] {
  const stars = standing(northStars);
  if (stars.length === 0) {
    if (metrics.length < heap) return [];
    const message = `There are ${metrics.length} metrics, and no North Star that holds them together.`;
    return warn({ kind: "cycle", id: cycleId }, "no-unifier", message, "One North Star above the inputs");
  }
  return stars.flatMap((star) => {
    const inputs = metrics.filter((metric) => {
      const moves = { metricId: metric.id, because: "" };
      const line = lineToStar({ moves }, { ...plan, metrics, northStars });
      return metric.kind === "input" && line.northStar?.id === star.id;
    });
    const { fewest, most } = limits.inputs;
    const about: About = { kind: "north-star", id: star.id };
    const pattern = "Three to five inputs that squads can move within weeks";
    const count = inputs.length;
    if (count === 0) return warn(about, "no-inputs", "No input says how anybody could move it.", pattern);
    if (count < fewest)
      return warn(about, "few-inputs", `${says(count, "input")} will hardly explain it.`, pattern);
    if (count > most)
      return warn(about, "many-inputs", `${count} inputs are more than people can keep in mind.`, pattern);
    return [];
  });
}

/** Squads have their own limit; a company of forty squads cannot do with five objectives in all. */
function ofCompany({ objectives, cycleId }: LintedPlan): PlanFinding[] {
  const count = objectives.filter((one) => one.squadId === undefined).length;
  if (count <= limits.companyObjectives) return [];
  const message = `${count} objectives of the company are more than anybody remembers.`;
  const pattern = "At most five, better three; the rest can wait for the next cycle";
  return warn({ kind: "cycle", id: cycleId }, "many-objectives", message, pattern);
}

function ofSquad({ id, name }: RowOf<"squad">, { objectives }: LintedPlan): PlanFinding[] {
  const count = objectives.filter((one) => one.squadId === id).length;
  if (count <= limits.objectivesOfSquad) return [];
  const message = `${name} has ${count} objectives, and will finish few of them.`;
  return warn({ kind: "squad", id }, "squad-objectives", message, "One or two objectives a squad");
}

function ofObjective({ id }: RowOf<"objective">, { objectives, keyResults }: LintedPlan): PlanFinding[] {
  const count = keyResults.filter((one) => one.objectiveId === id).length;
  const carried = objectives.some((one) => one.parentId === id);
  const { fewest, most } = limits.keyResults;
  const about: About = { kind: "objective", id };
  if (count > most)
    return warn(about, "many-key-results", `${count} key results are a list, not a focus.`, "Two to four");
  if (count >= fewest || (carried && count === 0)) return [];
  const message =
    count === 0
      ? "Nothing says when it is reached."
      : "One key result is easily reached at the cost of the rest.";
  return warn(about, "few-key-results", message, "Two to four, one of them for what must not suffer");
}

function ofKeyResult(keyResult: RowOf<"key-result">, plan: LintedPlan): PlanFinding[] {
  const about: About = { kind: "key-result", id: keyResult.id };
  const measured = plan.metrics.find((one) => one.id === keyResult.measures)?.counterweights ?? [];
  const counterweights = [...(keyResult.counterweights ?? []), ...measured];
  return [...ofPay({ ...keyResult, counterweights }, about), ...ofOutsider(keyResult, about, plan)];
}

/** A number that people are paid by is met, at the cost of whatever is not counted. */
function ofPay({ payLinked, counterweights = [] }: Pay, about: About): PlanFinding[] {
  if (payLinked !== true || counterweights.length > 0) return [];
  const message = "People are paid by it, and no guardrail says what must not be damaged on the way.";
  return warn(
    about,
    "pay-unbalanced",
    message,
    "A guardrail for each way to meet it without delivering value",
  );
}

type Pay = Pick<RowOf<"key-result">, "payLinked" | "counterweights">;

function ofMetric(metric: RowOf<"metric">): PlanFinding[] {
  return ofPay(metric, { kind: "metric", id: metric.id });
}

function ofOutsider({ objectiveId, ownerId }: RowOf<"key-result">, about: About, plan: LintedPlan) {
  const squadId = plan.objectives.find((one) => one.id === objectiveId)?.squadId;
  const squad = plan.squads.find((one) => one.id === squadId);
  if (squad === undefined || squad.members.some((one) => one.memberId === ownerId)) return [];
  const message = `Its owner is not in ${squad.name}, and will hear of its days second-hand.`;
  const found: PlanFinding = { ...about, rule: "owner-outside", severity: "note", message };
  return [{ ...found, field: "ownerId", pattern: "Somebody of the squad as owner" }];
}

function ofOwner({ id, name }: RowOf<"member">, { keyResults }: LintedPlan): PlanFinding[] {
  const count = keyResults.filter((one) => one.ownerId === id && one.state !== "graded").length;
  if (count <= limits.keyResultsOfOwner) return [];
  const message = `${name} owns ${count} key results; beyond seven, check-ins become a chore and stop.`;
  return warn(
    { kind: "member", id },
    "owner-load",
    message,
    "At most seven, each with an owner who can move it",
  );
}

function says(count: number, noun: string): string {
  return count === 1 ? `One ${noun}` : `${count === 2 ? "Two" : count} ${noun}s`;
}
