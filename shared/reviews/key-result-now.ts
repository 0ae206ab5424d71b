import { type Standing, standing } from "../check-ins/history.ts";
import { answersIn, type Occurrence } from "../check-ins/occurrence.ts";
import { closedOccurrences } from "../check-ins/owed.ts";
import { disagreement } from "../okrs/confidence.ts";
import { elapsed, expected, pace, progress, type Status, status, tooEarly } from "../okrs/progress.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { ReviewRows } from "./rows.ts";

/** A key result as a review looks at it on a day. */
export interface KeyResultNow {
  keyResult: RowOf<"key-result">;
  status: Status;
  /** 0–1. */
  progress: number | undefined;
  expected: number;
  pace: number | undefined;
  last: Standing | undefined;
  disagrees: "hopeful" | "doubtful" | undefined;
}

/** Undefined for one whose cycle is not here. */
export function keyResultNow(
  keyResult: RowOf<"key-result">,
  on: string,
  { workspace, cycles, checkInsOn }: Pick<ReviewRows, "workspace" | "cycles" | "checkInsOn">,
): KeyResultNow | undefined {
  const cycle = cycles.find((one) => one.id === keyResult.cycleId);
  if (cycle === undefined) return undefined;
  const checkIns = checkInsOn(keyResult.id);
  const closed = closedOccurrences(keyResult, cycle, workspace.rhythm, on);
  const made = progress(keyResult, checkIns);
  const byNow = expected(keyResult, cycle, on);
  const now = status({ keyResult, cycle, checkIns, on, closedOccurrences: closed });
  const last = standing(checkIns).at(-1);
  return {
    ...{ keyResult, status: now, progress: made?.shown, expected: byNow, last },
    pace: made === null || elapsed(cycle, on) < tooEarly ? undefined : pace(made, byNow),
    disagrees: last && disagreement(last.latest.confidence, now),
  };
}

/** The check-in that answers an occurrence; null where none was owed, undefined where it is missing. */
export function answerTo(
  occurrence: Occurrence,
  keyResult: RowOf<"key-result">,
  { workspace, cycles, checkInsOn }: Pick<ReviewRows, "workspace" | "cycles" | "checkInsOn">,
): Standing | null | undefined {
  const cycle = cycles.find((one) => one.id === keyResult.cycleId);
  const said = standing(checkInsOn(keyResult.id)).find((one) =>
    answersIn(one.original.occurrenceOn, occurrence),
  );
  if (said !== undefined || cycle === undefined) return said ?? null;
  const owed = closedOccurrences(keyResult, cycle, workspace.rhythm, occurrence.nextOpensOn);
  return owed.some((one) => one.dueOn === occurrence.dueOn) ? undefined : null;
}
