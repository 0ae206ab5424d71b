import { type Leaning, leaningOn } from "../../../shared/metrics/leaning.ts";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { standing } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** Everything a metric's own page shows. */
export interface MetricRows {
  metric: RowOf<"metric">;
  parent: RowOf<"metric"> | undefined;
  /** The guardrails held against it. */
  counterweights: RowOf<"metric">[];
  squads: RowOf<"squad">[];
  /** Cycles that are not closed, the earliest first. */
  cycles: RowOf<"cycle">[];
  zone: string;
  members: RowOf<"member">[];
  readings: RowOf<"reading">[];
  /** What was marked, and what was raised of whatever series. */
  events: RowOf<"event">[];
  anomalies: RowOf<"anomaly">[];
  /** Running key results that move it, and those whose check-ins are its readings. */
  moves: RowOf<"key-result">[];
  measures: RowOf<"key-result">[];
  /** What would be lost with it, in any cycle that is not closed. */
  leaning: Leaning;
  /** A North Star's metric that nobody has proposed yet. */
  isProposable: boolean;
}

export async function metricRows(read: Reader, id: string): Promise<MetricRows | null> {
  const metric = await read.get("metric", id);
  if (metric === undefined) return null;
  const [events, anomalies, members, [workspace], allCycles, northStars, readings, ...around] =
    await Promise.all([
      read.list("event"),
      read.list("anomaly"),
      read.list("member"),
      read.list("workspace"),
      read.list("cycle"),
      read.list("north-star"),
      read.list("reading", id),
      read.list("metric"),
      read.list("squad"),
    ]);
  const [metrics, squads] = around;
  const cycles = allCycles
    .filter((one) => one.state !== "closed")
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const keyResults = (await Promise.all(cycles.map((one) => read.inCycle("key-result", one.id)))).flat();
  const running = cycles.filter((one) => one.state === "running").map((one) => one.id);
  const committed = keyResults.filter((one) => one.state === "committed" && running.includes(one.cycleId));
  return {
    metric,
    parent: metrics.find((one) => one.id === metric.parentId),
    counterweights: metrics.filter((one) => metric.counterweights?.includes(one.id)),
    squads: squads.filter((one) => one.state === "active"),
    cycles,
    zone: workspace?.zone ?? "UTC",
    members,
    readings,
    events,
    anomalies,
    moves: committed.filter((one) => one.moves?.metricId === id),
    measures: committed.filter((one) => one.measures === id),
    leaning: leaningOn(id, {
      northStars,
      metrics,
      keyResults: keyResults.filter((one) => one.state === "draft" || one.state === "committed"),
    }),
    isProposable: metric.kind === "north-star" && standing(northStars).length === 0,
  };
}

/** Every segment that has readings, by name. */
export function segmentsOf(readings: readonly RowOf<"reading">[]): string[] {
  return [...new Set(readings.flatMap((one) => one.segment ?? []))].sort((a, b) => a.localeCompare(b));
}

/** The readings of the whole ("") or of one segment, oldest first, one a day. */
export function seriesOfSegment(readings: readonly RowOf<"reading">[], segment: string): RowOf<"reading">[] {
  if (segment === "") return seriesOf(readings);
  const own = readings.filter((one) => one.segment === segment);
  return seriesOf(own.map(({ segment: _segment, ...whole }) => whole));
}
