import { seriesOf } from "../metrics/series.ts";
import type { Finding } from "../okrs/lint.ts";
import { squadSandbag } from "../okrs/sandbag.ts";
import type { RowOf } from "../sync/mutation.ts";
import { gradeOf } from "./graded.ts";
import { starThen } from "./quarter-retro.ts";
import type { ReviewRows } from "./rows.ts";

/** A squad whose past says its targets may be easy; asked of the squad, never of a person. */
export interface EasyTargets {
  squad: RowOf<"squad">;
  finding: Finding;
}

/** By the grades of every cycle among the rows. */
export function easyTargets({ squads, objectives, keyResults }: ReviewRows): EasyTargets[] {
  const squadOf = new Map(objectives.map((one) => [one.id, one.squadId]));
  return squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((squad) => {
      const scores = keyResults
        .filter((one) => one.state === "graded" && squadOf.get(one.objectiveId) === squad.id)
        .flatMap((one) => gradeOf(one) ?? []);
      const full = scores.filter((one) => one >= 1).length;
      return squadSandbag({ full, scored: scores.length }).map((finding) => ({ squad, finding }));
    });
}

/** What became of a closed cycle beside what the North Star of its time did in it. */
export interface CycleOutcome {
  cycle: RowOf<"cycle">;
  /** Weighted mean of its grades, 0–1, without what only had to stay kept; absent where nothing was graded. */
  score?: number;
  /** The last reading before it and the last one in it. */
  star?: { metric: RowOf<"metric">; before: number; after: number };
}

/** With fewer closed cycles a table would be read as a law. */
export const fewestOutcomes = 4;

/** Every closed cycle, the oldest first. A table and no line through it: so few points carry none. */
export function cycleOutcomes(rows: ReviewRows): CycleOutcome[] {
  return rows.cycles
    .filter((one) => one.state === "closed")
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    .map((cycle) => {
      const graded = rows.keyResults.filter(
        (one) => one.cycleId === cycle.id && !one.direction.startsWith("stay-") && gradeOf(one) !== undefined,
      );
      const weight = graded.reduce((sum, one) => sum + one.weight, 0);
      const sum = graded.reduce((total, one) => total + one.weight * gradeOf(one)!, 0);
      const metric = rows.metrics.find((one) => one.id === starThen(cycle, rows)?.metricId);
      const readings = metric === undefined ? [] : seriesOf(rows.readingsOf(metric.id));
      const before = readings.findLast((one) => one.on < cycle.startsOn)?.value;
      const after = readings.findLast((one) => one.on >= cycle.startsOn && one.on <= cycle.endsOn)?.value;
      return {
        cycle,
        ...(weight === 0 ? {} : { score: sum / weight }),
        ...(metric && before !== undefined && after !== undefined ? { star: { metric, before, after } } : {}),
      };
    });
}
