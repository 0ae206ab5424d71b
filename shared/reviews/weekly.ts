import { occurrenceAt } from "../check-ins/occurrence.ts";
import { standing } from "../okrs/line.ts";
import type { RowOf } from "../sync/mutation.ts";
import { type AgendaItem, once, type ReviewTerms } from "./agenda-item.ts";
import { anomalyItem, blockerItems, keyResultItem, metricItem } from "./agenda-pieces.ts";
import { answerTo, keyResultNow } from "./key-result-now.ts";
import { openAnomalies, type ReviewRows, runningKeyResults } from "./rows.ts";

/**
 * The weekly metric check of a squad, for the occurrence due on `on`: the North Star, the inputs it moves, its running
 * key results, whose check-in is missing, anomalies nobody answered, blockers.
 */
export function weeklyAgenda(
  { squadId = "", on }: Pick<ReviewTerms, "squadId" | "on">,
  today: string,
  rows: ReviewRows,
): AgendaItem[] {
  const keyResults = runningKeyResults(rows, squadId);
  const occurrence = occurrenceAt(rows.workspace.rhythm, on);
  const star = standing(rows.northStars)[0];
  const starMetric = rows.metrics.find((one) => one.id === star?.metricId);
  const inputs = inputsOfSquad(squadId, keyResults, rows);
  const watched = new Set([
    ...inputs.map((one) => one.id),
    ...keyResults.flatMap((one) => one.measures ?? []),
  ]);
  const own = new Set(keyResults.map((one) => one.id));
  const anomalies = openAnomalies(
    rows,
    ({ squadId: of, series }) => of === squadId || (series.kind === "metric" ? watched : own).has(series.id),
  );
  return once([
    ...(starMetric ? [metricItem(starMetric, "north-star", today, rows)] : []),
    ...inputs.map((one) => metricItem(one, "inputs", today, rows)),
    ...keyResults
      .flatMap((one) => {
        const now = keyResultNow(one, today, rows);
        if (now === undefined) return [];
        const isMissing = answerTo(occurrence, one, rows) === undefined;
        const item = keyResultItem(now, isMissing ? "missing" : "key-results");
        return [
          isMissing ? { ...item, reasons: [{ what: "missing" as const, dueOn: on }, ...item.reasons] } : item,
        ];
      })
      .sort((a, b) => Number(a.part === "missing") - Number(b.part === "missing")),
    ...anomalies.map(anomalyItem),
    ...blockerItems(keyResults, 0, today, rows),
  ]);
}

/** Input metrics that are the squad's own or that its key results move, in the order they were defined. */
export function inputsOfSquad(
  squadId: string,
  keyResults: readonly RowOf<"key-result">[],
  { metrics }: Pick<ReviewRows, "metrics">,
): RowOf<"metric">[] {
  const moved = new Set(keyResults.map((one) => one.moves?.metricId));
  return metrics
    .filter((one) => one.state === "active" && one.kind === "input")
    .filter((one) => one.squadId === squadId || moved.has(one.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
