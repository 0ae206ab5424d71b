import { type Refusal, type Rows, refuse } from "../sync/mutation.ts";

/** Why objectives and key results of a cycle can no longer be planned: it is being graded, or closed. */
export function cannotPlan(cycleId: string, rows: Rows): Refusal | undefined {
  const cycle = rows.get("cycle", cycleId);
  if (cycle === undefined) return refuse("not_found", "cycleId");
  if (cycle.state === "closed") return refuse("cycle_closed");
  return cycle.state === "grading" ? refuse("cycle_state") : undefined;
}

/** Why nothing can be committed on its own: only a running cycle takes more; one in planning is committed as a whole. */
export function cannotJoin(cycleId: string, rows: Rows): Refusal | undefined {
  return (
    cannotPlan(cycleId, rows) ??
    (rows.get("cycle", cycleId)?.state === "running" ? undefined : refuse("cycle_state"))
  );
}
