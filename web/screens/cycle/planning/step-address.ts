import { useSearch } from "wouter";
import { type PlanningStep, planningSteps } from "../../../../shared/okrs/planning.ts";

/** The address of a step, so that the phone's own back button goes one step back. */
export function stepAddress(cycleId: string, step: PlanningStep): string {
  return `/cycle/plan?cycle=${cycleId}&step=${step}`;
}

export function stepFrom(name: string | null): PlanningStep | undefined {
  return planningSteps.find((one) => one === name);
}

/** The step a form was opened from; undefined when it was opened from the cycle. */
export function useSessionStep(): PlanningStep | undefined {
  return stepFrom(new URLSearchParams(useSearch()).get("plan"));
}

export const neighbours = (step: PlanningStep) => {
  const at = planningSteps.indexOf(step);
  return { number: at + 1, before: planningSteps[at - 1], after: planningSteps[at + 1] };
};

/** What is kept of a session on this phone: the step somebody was at. */
export const sessionKey = (cycleId: string) => `cycle.plan ${cycleId}`;
