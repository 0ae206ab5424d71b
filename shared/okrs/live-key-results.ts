import type { RowOf, Rows } from "../sync/mutation.ts";

/** Objectives that are planned or running: not dropped, in a cycle that is not closed. */
export function liveObjectives(rows: Rows): RowOf<"objective">[] {
  const open = rows.list("cycle").filter((cycle) => cycle.state !== "closed");
  return rows
    .listMany(
      "objective",
      open.map((cycle) => cycle.id),
    )
    .filter((objective) => objective.state !== "dropped");
}

/** Key results that are planned or running. */
export function liveKeyResults(rows: Rows): RowOf<"key-result">[] {
  return keyResultsOf(liveObjectives(rows), rows).filter(
    (keyResult) => keyResult.state === "draft" || keyResult.state === "committed",
  );
}

/** Every key result of these objectives, whatever its state. */
export function keyResultsOf(objectives: readonly { id: string }[], rows: Rows): RowOf<"key-result">[] {
  return rows.listMany(
    "key-result",
    objectives.map((one) => one.id),
  );
}
