import type { Draft } from "./draft.ts";
import type { Known } from "./intents.ts";

/** The five steps in order. The first is saved by joining and can be changed here. */
export const steps = ["workspace", "star", "inputs", "cycle", "people"] as const;
export type Step = (typeof steps)[number];

/** The address of a step, so that the phone's own back button goes one step back. */
export const addressOf = (step: Step) => `/welcome?step=${step}`;

export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];

/** The step to show: the one asked for, or the first that still lacks what the asked one stands on. */
export function stepToShow(asked: string | null, draft: Draft, known: Known): Step {
  const open = firstOpen(draft, known);
  const wanted = steps.find((one) => one === asked) ?? open;
  return steps.indexOf(wanted) <= steps.indexOf(open) ? wanted : open;
}

function firstOpen(draft: Draft, known: Known): Step {
  if (!known.has("north-star", draft.northStarId)) return "star";
  if (!draft.inputs.some((one) => known.has("metric", one.id))) return "inputs";
  return known.phase === undefined || known.phase === "planning" ? "cycle" : "people";
}
