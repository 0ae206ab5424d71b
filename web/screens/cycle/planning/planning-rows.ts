import { seriesOf } from "../../../../shared/metrics/series.ts";
import { type CycleRecord, cycleBefore } from "../../../../shared/okrs/carry-over.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import type { Reader } from "../../../store/live.ts";
import { type CycleRows, cycleRows } from "../cycle-rows.ts";

/** A cycle that ran before the planned one, with everything said in it. */
export interface PastCycle extends CycleRecord {
  cycle: RowOf<"cycle">;
}

/** Everything a planning session is computed from. */
export interface PlanningRows extends CycleRows {
  /** Readings of the North Star and the inputs, oldest first, one a day. */
  series: Map<string, RowOf<"reading">[]>;
  /** What was marked, and what was raised. */
  events: RowOf<"event">[];
  anomalies: RowOf<"anomaly">[];
  past: PastCycle | undefined;
  /** Key results that were scored in any cycle this phone holds. */
  scored: RowOf<"key-result">[];
  /** Their objectives, and those of the last cycle. */
  pastObjectives: RowOf<"objective">[];
}

/** The cycle to plan: the one asked for, else the first to start of those in planning. */
export function plannedCycle(
  cycles: readonly RowOf<"cycle">[],
  askedId: string | undefined,
): RowOf<"cycle"> | undefined {
  const open = cycles
    .filter((one) => one.state === "planning")
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return cycles.find((one) => one.id === askedId) ?? open[0];
}

export async function planningRows(
  read: Reader,
  askedId: string | undefined,
): Promise<PlanningRows | undefined> {
  const cycles = await read.list("cycle");
  const cycle = plannedCycle(cycles, askedId);
  const rows = cycle && (await cycleRows(read, cycle));
  if (rows === undefined || cycle === undefined) return undefined;
  const levers = rows.metrics.filter((one) => one.kind === "north-star" || one.kind === "input");
  const readings = await Promise.all(levers.map((one) => read.list("reading", one.id)));
  const before = cycles.filter((one) => one.startsOn < cycle.startsOn && one.state !== "planning");
  const objectives = await Promise.all(before.map((one) => read.inCycle("objective", one.id)));
  const keyResults = await Promise.all(before.map((one) => read.inCycle("key-result", one.id)));
  const last = cycleBefore(cycles, cycle);
  const index = before.findIndex((one) => one.id === last?.id);
  return {
    ...rows,
    series: new Map(levers.map((one, at) => [one.id, seriesOf(readings[at]!)])),
    events: await read.list("event"),
    anomalies: await read.list("anomaly"),
    past: last && {
      ...{ cycle: last, objectives: objectives[index]!, keyResults: keyResults[index]! },
      checkIns: await read.inCycle("check-in", last.id),
    },
    scored: keyResults.flat().filter((one) => one.state === "graded"),
    pastObjectives: objectives.flat(),
  };
}
