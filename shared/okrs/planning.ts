import type { RowOf } from "../sync/mutation.ts";
import { allocatedTo, untaken } from "./allocation.ts";
import { gate, type Plan } from "./gate.ts";
import { standing } from "./line.ts";
import { loadOf } from "./load.ts";

/** The steps of a planning session, in order: from the North Star down to the commit. */
export const planningSteps = [
  "star",
  "inputs",
  "squads",
  "carry-over",
  "company",
  "objectives",
  "key-results",
  "load",
  "gate",
] as const;
export type PlanningStep = (typeof planningSteps)[number];

export interface Planned extends Plan {
  cycle: RowOf<"cycle">;
  squads: readonly RowOf<"squad">[];
  /** How many key results of the last cycle could still go on. */
  toCarry: number;
}

/** Where a step stands. `open` counts what is left; a step that only advises is done when there is nothing to say. */
export interface StepState {
  step: PlanningStep;
  open: number;
}

/** All steps with what each still asks for. */
export function stepStates(planned: Planned): StepState[] {
  return planningSteps.map((step) => ({ step, open: left(step, planned) }));
}

/** The input metrics in use, the levers a session hands to squads. */
export function inputsOf({ metrics }: Pick<Plan, "metrics">): RowOf<"metric">[] {
  return metrics.filter((one) => one.kind === "input" && one.state === "active");
}

/** Objectives that lack a key result and stand on none of another objective. */
export function withoutKeyResults({ objectives, keyResults }: Plan): RowOf<"objective">[] {
  const live = objectives.filter((one) => one.state !== "dropped");
  return live.filter(
    (one) =>
      !keyResults.some((other) => other.objectiveId === one.id && other.state !== "dropped") &&
      !live.some((other) => other.parentId === one.id),
  );
}

/** Squads that took inputs on and have no objective yet. */
export function squadsWithoutObjective(planned: Pick<Planned, "cycle" | "squads" | "objectives">) {
  const busy = new Set(planned.objectives.filter((one) => one.state !== "dropped").map((one) => one.squadId));
  return planned.squads.filter(
    (one) => one.state === "active" && !busy.has(one.id) && allocatedTo(planned.cycle, one.id).length > 0,
  );
}

function left(step: PlanningStep, planned: Planned): number {
  const { cycle, squads, objectives, northStars } = planned;
  switch (step) {
    case "star":
      return standing(northStars).length > 0 ? 0 : 1;
    case "inputs":
      return inputsOf(planned).length > 0 ? 0 : 1;
    case "squads": {
      const active = squads.filter((one) => one.state === "active");
      const silent = active.filter((one) => allocatedTo(cycle, one.id).length === 0);
      return silent.length + (active.length === 0 ? 0 : untaken(cycle, inputsOf(planned), squads).length);
    }
    case "carry-over":
      return planned.toCarry;
    case "company":
      return objectives.some((one) => one.squadId === undefined && one.state !== "dropped") ? 0 : 1;
    case "objectives":
      return squadsWithoutObjective(planned).length;
    case "key-results":
      return withoutKeyResults(planned).length;
    case "load": {
      const { owners, idle } = loadOf(planned);
      return owners.filter((one) => one.over).length + idle.length;
    }
    case "gate":
      return gate(cycle.id, planned).length;
  }
}
