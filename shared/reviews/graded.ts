import type { RowOf } from "../sync/mutation.ts";
import type { ReviewRows } from "./rows.ts";

/** What became of a key result, 0–1: as its owner adjusted it, else as computed. */
export function gradeOf({ grade }: Pick<RowOf<"key-result">, "grade">): number | undefined {
  return grade?.adjusted ?? grade?.score;
}

/** What a cycle was bound to: its committed and graded key results. */
export function boundIn(
  cycleId: string,
  { keyResults }: Pick<ReviewRows, "keyResults">,
): RowOf<"key-result">[] {
  return keyResults.filter(
    (one) => one.cycleId === cycleId && (one.state === "committed" || one.state === "graded"),
  );
}
