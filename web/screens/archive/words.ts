import { folded } from "../../../shared/check-ins/history.ts";
import { formatNumber } from "../../../shared/metrics/value.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { formatDay, plural } from "../../ui/day.ts";
import { formatDelta, formatValue } from "../../ui/value.ts";
import type { PastObjective, StarAtEnd } from "./past-rows.ts";

export const pastWords = {
  here: "on this phone",
  partly: "partly on this phone",
  away: "on the server; comes when you open it",
} as const;

/** From 0.0 to 1.0, with two decimals so that 0.69 does not look like 0.7. */
export function scoreWord(score: number): string {
  return formatNumber(score, { label: "", scale: "value", decimals: 2 });
}

export function spanWords({ startsOn, endsOn }: RowOf<"cycle">, today: string): string {
  return `${formatDay(startsOn, undefined, today)} to ${formatDay(endsOn, undefined, today)}`;
}

/** "Time spent listening 31.2 h, +2.1 in the cycle". */
export function starWords({ metric, end, start }: StarAtEnd): string {
  const by = start === undefined ? "" : `, ${formatDelta(end.value - start.value, metric.unit)} in the cycle`;
  return `${metric.name} ${formatValue(end.value, metric.unit)}${by}`;
}

/** "0.72 on average of 4 objectives"; what nobody ever gave a value is said apart. */
export function scoresWords(all: readonly PastObjective[]): string {
  // Most company objectives have no key results of their own: the squads' stand for them.
  const objectives = all.filter((one) => one.keyResults.length > 0);
  const scores = objectives.flatMap((one) => (one.score.score === null ? [] : [one.score.score]));
  if (scores.length === 0) return objectives.length === 0 ? "nothing was committed" : "nothing was scored";
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const unscored = objectives.length - scores.length;
  return `${scoreWord(mean)} on average of ${plural(scores.length, "objective")}${unscored > 0 ? `, ${unscored} without a score` : ""}`;
}

/** What counts of a grade, and what was said of it. */
export function gradeWords({ grade }: KeyResult): { score: number | undefined; detail: string | undefined } {
  const adjusted = grade?.adjusted;
  const detail =
    adjusted === undefined
      ? undefined
      : [
          grade?.score === undefined ? "set by hand" : `${scoreWord(grade.score)} by the formula`,
          grade?.reason,
        ]
          .filter(Boolean)
          .join(": ");
  return { score: adjusted ?? grade?.score, detail };
}

/** Every check-in of a key result as it ended up, oldest first. */
export function saidOf(checkIns: readonly RowOf<"check-in">[], { unit, direction }: KeyResult) {
  return folded(checkIns)
    .filter((one) => one.latest.retracted !== true)
    .map(({ original, latest }) => {
      const value =
        latest.value === undefined || direction === "milestones" ? [] : [formatValue(latest.value, unit)];
      const done = latest.done?.length ? [`${plural(latest.done.length, "milestone")} done`] : [];
      const words = [...value, ...done, `confidence ${latest.confidence} of 10`].join(", ");
      return { id: original.id, on: original.at.slice(0, 10), words, note: latest.note };
    });
}
