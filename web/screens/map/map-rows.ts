import { seriesOf } from "../../../shared/metrics/series.ts";
import type { MapRows } from "../../../shared/okrs/map.ts";
import { mapCycle } from "../../../shared/okrs/map-cycle.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { RowSource } from "../../store/as-of.ts";

/** Everything the map, the lines and the audit are computed from: as it stands, or as it stood on a day. */
export interface SeenRows extends MapRows {
  on: string;
  cycles: RowOf<"cycle">[];
  /** By metric, oldest first, one a day. */
  series: ReadonlyMap<string, RowOf<"reading">[]>;
  /** What was marked and answered, for the ranges of the metrics. */
  events: RowOf<"event">[];
  anomalies: RowOf<"anomaly">[];
}

const read = new Set(["north-star", "input", "outcome", "guardrail"]);

/** The rows of the cycle asked for, or else of the one this day is about. Undefined before the workspace is there. */
export async function seenRows(from: RowSource, on: string, cycleId?: string): Promise<SeenRows | undefined> {
  const [[workspace], members, squads, metrics, northStars, cycles, events, anomalies] = await Promise.all([
    from.list("workspace"),
    from.list("member"),
    from.list("squad"),
    from.list("metric"),
    from.list("north-star"),
    from.list("cycle"),
    from.list("event"),
    from.list("anomaly"),
  ]);
  if (workspace === undefined) return undefined;
  const cycle = cycles.find((one) => one.id === cycleId) ?? mapCycle(cycles, on);
  const over = new Set(northStars.map((one) => one.umbrellaMetricId));
  const plotted = metrics.filter((one) => read.has(one.kind) || over.has(one.id));
  const [objectives, keyResults, checkIns, ...readings] = await Promise.all([
    cycle ? from.inCycle("objective", cycle.id) : [],
    cycle ? from.inCycle("key-result", cycle.id) : [],
    cycle ? from.inCycle("check-in", cycle.id) : [],
    ...plotted.map((one) => from.list("reading", one.id)),
  ]);
  const series = new Map(plotted.map((one, index) => [one.id, seriesOf(readings[index]!)]));
  return {
    ...{ on, workspace, cycles, cycle, members, squads, metrics, northStars },
    ...{ objectives, keyResults, checkIns, series, events, anomalies },
  };
}
