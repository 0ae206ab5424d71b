import { type Refusal, type Rows, refuse } from "../sync/mutation.ts";

/** Why a list of counterweights cannot stand: each that was not there before must be a guardrail in use. */
export function unfitCounterweight(
  ids: readonly string[] | undefined,
  before: readonly string[] | undefined,
  rows: Rows,
): Refusal | undefined {
  for (const id of ids ?? []) {
    if (before?.includes(id)) continue;
    const metric = rows.get("metric", id);
    if (metric === undefined) return refuse("not_found", "counterweights");
    if (metric.state === "retired") return refuse("metric_retired", "counterweights");
    if (metric.kind !== "guardrail") return refuse("invalid_arguments", "counterweights");
  }
  return undefined;
}
