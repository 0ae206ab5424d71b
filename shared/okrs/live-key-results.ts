import type { RowOf, Rows } from "../sync/mutation.ts";

/** Objectives that are planned or running: not dropped, in a cycle that is not closed. */
export function liveObjectives(rows: Rows): RowOf<"objective">[] {
  return rows
    .list("cycle")
    .filter((cycle) => cycle.state !== "closed")
    .flatMap((cycle) => rows.list("objective", cycle.id))
    .filter((objective) => objective.state !== "dropped");
}

/** Key results that are planned or running. */
export function liveKeyResults(rows: Rows): RowOf<"key-result">[] {
  return liveObjectives(rows)
    .flatMap((objective) => rows.list("key-result", objective.id))
    .filter((keyResult) => keyResult.state === "draft" || keyResult.state === "committed");
}
