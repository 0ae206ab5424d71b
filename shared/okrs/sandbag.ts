import { incompleteBeta } from "../signals/student-t.ts";
import { forecast, type Point, type Question } from "./forecast.ts";
import type { Finding } from "./lint.ts";

/** A squad is asked about its targets after so many scored key results. */
const fewestScored = 6;
/** And only when it is this sure (one in twenty) that it usually hits more than half of them in full. */
const doubt = 0.05;
/** A target is held against so many earlier readings, or more. */
const fewestReadings = 8;
const likely = 0.8;
const unheardOf = 0.02;

/**
 * Whether a squad's past says its targets are easy: `full` of its `scored` key results were hit in full. Flags when the
 * 5 % quantile of Beta(1 + full, 1 + scored − full) lies above one half. Of a squad, never of a person.
 */
export function squadSandbag({ full, scored }: { full: number; scored: number }): Finding[] {
  if (scored < fewestScored || incompleteBeta(0.5, 1 + full, 1 + scored - full) >= doubt) return [];
  return [
    {
      rule: "squad-sandbag",
      message: `This squad hit ${full} of its last ${scored} key results in full: would a higher target teach it more?`,
      severity: "note",
      field: "target",
      pattern: "A target the squad would hit about seven times in ten",
    },
  ];
}

/**
 * A target against what the metric did before, by the forecast over the cycle: eight or more points, their weeks counted
 * so that `endWeek` is the end of the cycle. Says when it is likely even if nothing changes, and when it is unheard of.
 */
export function targetAgainstHistory(points: readonly Point[], question: Question): Finding[] {
  const found = forecast(points, question);
  // Two degrees are spent: that many readings counted, however many came.
  if (found === null || found.df + 2 < fewestReadings) return [];
  // The prior is about key results people work on; here the question is what happens by itself.
  if (found.raw >= likely)
    return [
      {
        rule: "likely-anyway",
        message: "It is likely to be met even if nothing changes: what would be worth working for?",
        severity: "warn",
        field: "target",
        pattern: "A target beyond where the last readings are heading anyway",
      },
    ];
  if (found.raw <= unheardOf)
    return [
      {
        rule: "nothing-like-this",
        message: "Its history has nothing like this: what will be different this cycle?",
        severity: "note",
        field: "target",
        pattern: "A nearer target, or the bet that makes this one possible",
      },
    ];
  return [];
}
