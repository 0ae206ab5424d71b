import { grouped } from "../sync/grouped.ts";
import type { RowOf } from "../sync/mutation.ts";
import { breached, progress } from "./progress.ts";

export interface ObjectiveProgress {
  /** Weighted mean of what its key results reached, 0–1; null where none of them has a value. */
  score: number | null;
  /** A key result without a value was left out of the mean. */
  partial: boolean;
  /** What must stay kept is broken now. Keeping it never raises the mean. */
  breached: boolean;
}

/** How far an objective is by its committed and graded key results; a grade counts as its owner adjusted it. */
export function objectiveProgress(
  keyResults: readonly RowOf<"key-result">[],
  checkIns: readonly RowOf<"check-in">[],
): ObjectiveProgress {
  const saidOf = grouped(checkIns, (one) => one.keyResultId);
  const counted = keyResults
    .filter((one) => one.state === "committed" || one.state === "graded")
    .map((keyResult) => ({ keyResult, said: saidOf.get(keyResult.id) ?? [] }));
  const scored = counted
    .filter(({ keyResult: { direction } }) => direction !== "stay-above" && direction !== "stay-below")
    .map(({ keyResult, said }) => ({ weight: keyResult.weight, score: scoreOf(keyResult, said) }));
  const known = scored.filter((one) => one.score !== undefined);
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  const sum = known.reduce((total, one) => total + one.weight * one.score!, 0);
  return {
    score: weight === 0 ? null : sum / weight,
    partial: known.length < scored.length,
    breached: counted.some(({ keyResult, said }) => breached(keyResult, said)),
  };
}

function scoreOf({ grade, ...keyResult }: RowOf<"key-result">, said: readonly RowOf<"check-in">[]) {
  return grade?.adjusted ?? grade?.score ?? progress(keyResult, said)?.score;
}
