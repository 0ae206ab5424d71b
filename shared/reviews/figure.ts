import { formatNumber, formatValue } from "../metrics/value.ts";
import { bandOf } from "../okrs/progress.ts";
import type { RowOf } from "../sync/mutation.ts";
import { gradeOf } from "./graded.ts";
import { type KeyResultNow, keyResultNow } from "./key-result-now.ts";
import { reportMetric } from "./report-metric.ts";
import { metricMark } from "./report-metric-words.ts";
import { resultMark } from "./report-objective-words.ts";
import type { ReportMark } from "./report-text.ts";
import type { ReviewSubject } from "./review.ts";
import type { ReviewRows } from "./rows.ts";

/** Where something stood on a day, in a few words and a state. */
export interface Figure {
  /** "45 of 100 min"; empty where there was no value. */
  words: string;
  mark: { as: ReportMark; word: string };
}

/**
 * The figure of a key result of the cycle, a metric or a North Star on a day, from rows as they stood then: as a report of
 * that day tells it. Undefined for what has no figure, or was not there.
 */
export function figureOf(
  { kind, id }: ReviewSubject,
  day: string,
  cycle: RowOf<"cycle">,
  rows: ReviewRows,
): Figure | undefined {
  const on = day < cycle.endsOn ? day : cycle.endsOn;
  if (kind === "key-result") {
    const keyResult = rows.keyResults.find((one) => one.id === id && one.cycleId === cycle.id);
    return keyResult && keyResultFigure(keyResult, on, rows);
  }
  const star = kind === "north-star" ? rows.northStars.find((one) => one.id === id) : undefined;
  const metricId = kind === "metric" ? id : star?.metricId;
  const metric = rows.metrics.find((one) => one.id === metricId);
  if (metric === undefined) return undefined;
  const told = reportMetric(metric, { cycle, on, since: cycle.startsOn }, rows);
  const words = told.value === undefined ? "" : formatValue(told.value, metric.unit);
  return { words, mark: metricMark(told) };
}

function keyResultFigure(keyResult: RowOf<"key-result">, on: string, rows: ReviewRows): Figure | undefined {
  const now = keyResultNow(keyResult, on, rows);
  if (now === undefined) return undefined;
  const score = gradeOf(keyResult);
  const grade = score === undefined ? undefined : { score, band: bandOf(score, keyResult.commitment) };
  return { words: farWords(keyResult, now), mark: resultMark(now.status, grade) };
}

function farWords(
  { direction, target, unit }: RowOf<"key-result">,
  { progress, last }: Pick<KeyResultNow, "progress" | "last">,
): string {
  if (direction === "milestones")
    return progress === undefined ? "" : `${Math.round(progress * 100)}% of the way`;
  const value = last?.latest.value;
  return value === undefined ? "" : `${formatNumber(value, unit)} of ${formatValue(target, unit)}`;
}
