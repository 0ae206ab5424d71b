import type { Unit } from "../../../shared/metrics/metric.ts";
import { formatNumber } from "../../../shared/metrics/value.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";

/** Scores and grades are shown from 0.0 to 1.0, with two decimals so that 0.69 does not look like 0.7. */
export const scoreUnit: Unit = { label: "", scale: "value", decimals: 2 };

export function scoreWord(score: number | undefined): string {
  return formatNumber(score, scoreUnit);
}

/** What counts of a grade: the adjusted one where there is one. */
export function gradeOf({ grade }: Pick<KeyResult, "grade">): number | undefined {
  return grade?.adjusted ?? grade?.score;
}
