import type { RowOf } from "../sync/mutation.ts";
import { endOfDay } from "../time/local-instant.ts";
import type { ReviewRows } from "./rows.ts";

/**
 * Rows without what happened after a day, as far as they tell themselves when that was: what was corrected, renamed or
 * moved since stands as it is now. For a phone that cannot ask the server how it really was.
 */
export function rowsUntil(day: string, rows: ReviewRows): ReviewRows {
  const until = endOfDay(day, rows.workspace.zone);
  const known = (at: string | undefined) => at !== undefined && Date.parse(at) < until;
  return {
    ...rows,
    keyResults: rows.keyResults.map((one) => (one.grade && !known(one.grade.at) ? ungraded(one) : one)),
    checkInsOn: (id) => rows.checkInsOn(id).filter((one) => known(one.at)),
    blockersOn: (id) =>
      rows
        .blockersOn(id)
        .filter((one) => known(one.openedAt))
        .map((one) => (known(one.resolvedAt) ? one : stillOpen(one))),
    readingsOf: (id) => rows.readingsOf(id).filter((one) => one.on <= day),
    anomalies: rows.anomalies
      .filter((one) => known(one.raisedAt))
      .map((one) => (known(one.answer?.at) ? one : unanswered(one))),
    events: (rows.events ?? []).filter((one) => one.on <= day),
  };
}

function ungraded({ grade: _, ...keyResult }: RowOf<"key-result">): RowOf<"key-result"> {
  return { ...keyResult, state: "committed" };
}

function stillOpen({ resolvedAt: _, resolution: _said, ...blocker }: RowOf<"blocker">): RowOf<"blocker"> {
  return blocker;
}

function unanswered({ answer: _, ...anomaly }: RowOf<"anomaly">): RowOf<"anomaly"> {
  return anomaly;
}
