import { useMemo } from "react";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { rowsUntil } from "../../../../shared/reviews/rows-until.ts";
import { reviewRowsOn } from "../../../store/past-reviews.ts";
import { useAnswer } from "../../../ui/answer.ts";
import type { ReviewView } from "../review-view.ts";

/** The rows a held review is shown by. */
export interface HeldRows {
  /** As they stood on the day it was held; absent while they are fetched. */
  rows?: ReviewRows;
  /** Why the server did not say: then the rows are what this phone knows of that day. */
  refused?: { code: string; again: () => void };
}

/** The rows as they stood at the end of the day a review was held; today they are this phone's. */
export function useHeldRows({ rows, terms }: ReviewView, heldOn: string, today: string): HeldRows {
  const cycle = rows.cycles.find((one) => one.id === terms.cycleId);
  const isPast = heldOn < today && cycle !== undefined;
  const key = isPast ? `${cycle.id} ${heldOn}` : "";
  const [answer, again] = useAnswer(
    async () => ({ key, past: isPast ? await reviewRowsOn(heldOn, cycle, rows.cycles) : null }),
    { key },
  );
  // What is worked out from rows is known by the rows, and must not be worked out again whenever something is drawn.
  return useMemo(() => {
    if (!isPast) return { rows };
    if (answer.state === "refused")
      return { rows: rowsUntil(heldOn, rows), refused: { code: answer.code, again } };
    if (answer.state === "waiting" || answer.value.key !== key) return {};
    const { past } = answer.value;
    return { rows: past ? beside(past, rows, terms.cycleId) : rowsUntil(heldOn, rows) };
  }, [isPast, rows, answer, key, heldOn, terms.cycleId, again]);
}

/** Rows of that day, with what this phone has of other cycles: their names and grades are looked up, too. */
function beside(then: ReviewRows, now: ReviewRows, cycleId: string): ReviewRows {
  const isElse = (one: { cycleId: string }) => one.cycleId !== cycleId;
  return {
    ...then,
    objectives: [...then.objectives, ...now.objectives.filter(isElse)],
    keyResults: [...then.keyResults, ...now.keyResults.filter(isElse)],
  };
}
