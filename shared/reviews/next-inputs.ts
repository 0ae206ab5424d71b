import type { RowOf } from "../sync/mutation.ts";
import type { InputRetro, QuarterRetro } from "./quarter-retro.ts";

/** What a look back suggests about an input in the next cycle. A suggestion: people decide. */
export interface InputProposal {
  metric: RowOf<"metric">;
  as: "keep" | "replace" | "ask";
  reason: string;
}

/**
 * The inputs proposed for the next cycle, what is worth most work first: those kept, the lowest graded of them before
 * the others, then those that are a question, then those to replace.
 */
export function nextInputs({ inputs }: Pick<QuarterRetro, "inputs">): InputProposal[] {
  const order = { keep: 0, ask: 1, replace: 2 } as const;
  return inputs
    .map((one) => ({ proposal: proposalOf(one), grade: one.retro.reached.grade ?? 1 }))
    .sort((a, b) => order[a.proposal.as] - order[b.proposal.as] || a.grade - b.grade)
    .map((one) => one.proposal);
}

function proposalOf({ metric, retro }: InputRetro): InputProposal {
  const { verdict, reached, input, star } = retro;
  const say = (as: InputProposal["as"], reason: string): InputProposal => ({ metric, as, reason });
  if (metric.state === "retired") return say("replace", "It is retired already.");
  if (verdict === "confirmed")
    return say("keep", "It and the North Star moved together, and it tends to move first.");
  if (verdict === "refuted")
    return say("replace", "It shifted and the North Star did not, although that would have been seen.");
  if (reached.keyResults === 0)
    return say("ask", "No key result moved it: does a squad take it, or is it no lever of ours?");
  if (reached.grade === undefined) return say("ask", "Its key results have no grade yet: grade them first.");
  if (!reached.met) return say("keep", "Its key results did not get there, so it is still untried.");
  if (!input.shifted)
    return say("ask", "Its key results got there and it did not shift: do they still move it?");
  return star.shifted
    ? say("keep", "Both shifted; another cycle can show which moves first.")
    : say("keep", "It shifted; whether the North Star follows cannot be told yet.");
}
