import { standing } from "../okrs/line.ts";
import { metricSeries } from "../signals/series-of.ts";
import type { RowOf } from "../sync/mutation.ts";
import { daysBetween } from "../time/local-date.ts";
import { gradeOf } from "./graded.ts";
import type { ReportRows } from "./report.ts";
import type { ReportGroup } from "./report-objectives.ts";
import { type Retro, retroOf } from "./retro.ts";

/** How far the numbers of a report can be trusted, and what a closed cycle allows to say of its inputs. */
export interface Sureness {
  /** Which week of how many it is told in. */
  week: number;
  weeks: number;
  /** Key results nobody checked in on for the last due day, of all there are. */
  silent: number;
  keyResults: number;
  /** Owners who say otherwise than the pace does. */
  disagreeing: number;
  /** Per input, once the cycle is closed; absent before, when it is too early. */
  looks?: { input: RowOf<"metric">; retro: Retro }[];
}

export function sureness(
  cycle: RowOf<"cycle">,
  on: string,
  groups: readonly ReportGroup[],
  rows: ReportRows,
): Sureness {
  const told = groups.flatMap(({ top, below }) => [top, ...below].flatMap((one) => one.keyResults));
  const weeks = Math.max(1, Math.round((daysBetween(cycle.startsOn, cycle.endsOn) + 1) / 7));
  const week = Math.floor(daysBetween(cycle.startsOn, on) / 7) + 1;
  return {
    ...{ week: Math.min(weeks, Math.max(0, week)), weeks, keyResults: told.length },
    silent: told.filter((one) => one.status === "stale" || one.status === "no-data").length,
    disagreeing: told.filter((one) => one.disagrees !== undefined).length,
    ...(cycle.state === "closed" ? { looks: looksOf(cycle, rows) } : {}),
  };
}

/** The look back at each input of a cycle that has a North Star over it. */
export function looksOf(cycle: RowOf<"cycle">, rows: ReportRows): NonNullable<Sureness["looks"]> {
  const star = rows.metrics.find((one) => one.id === standing(rows.northStars)[0]?.metricId);
  if (star === undefined) return [];
  const series = (metric: RowOf<"metric">) => metricSeries(metric, rows.readingsOf(metric.id), rows);
  const northStar = series(star);
  return rows.metrics
    .filter((one) => one.kind === "input" && one.state === "active")
    .map((input) => ({
      input,
      retro: retroOf({
        ...{ cycle, input: series(input), northStar, seed: seedOf(cycle) },
        keyResults: rows.keyResults
          .filter((one) => one.cycleId === cycle.id && one.moves?.metricId === input.id)
          .filter((one) => one.state === "committed" || one.state === "graded")
          .map((one) => ({ weight: one.weight, score: gradeOf(one) })),
      }),
    }));
}

/** The same of a cycle wherever it is worked out, so that everybody reads the same answer. */
function seedOf({ endsOn }: RowOf<"cycle">): number {
  return Date.parse(endsOn) / 86_400_000;
}
