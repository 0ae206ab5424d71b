import type { RowOf } from "../sync/mutation.ts";
import { daysBetween } from "../time/local-date.ts";
import { type InputRetro, quarterRetro } from "./quarter-retro.ts";
import type { ReportGroup } from "./report-objectives.ts";
import type { ReviewRows } from "./rows.ts";

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
  looks?: InputRetro[];
}

export function sureness(
  cycle: RowOf<"cycle">,
  on: string,
  groups: readonly ReportGroup[],
  rows: ReviewRows,
): Sureness {
  const told = groups.flatMap(({ top, below }) => [top, ...below].flatMap((one) => one.keyResults));
  const weeks = Math.max(1, Math.round((daysBetween(cycle.startsOn, cycle.endsOn) + 1) / 7));
  const week = Math.floor(daysBetween(cycle.startsOn, on) / 7) + 1;
  return {
    ...{ week: Math.min(weeks, Math.max(0, week)), weeks, keyResults: told.length },
    silent: told.filter((one) => one.status === "stale" || one.status === "no-data").length,
    disagreeing: told.filter((one) => one.disagrees !== undefined).length,
    ...(cycle.state === "closed" ? { looks: quarterRetro(cycle.id, rows)?.inputs ?? [] } : {}),
  };
}
