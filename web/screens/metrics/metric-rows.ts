import { seriesOf } from "../../../shared/metrics/series.ts";
import { standing } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** Everything a metric's own page shows. */
export interface MetricRows {
  metric: RowOf<"metric">;
  parent: RowOf<"metric"> | undefined;
  squad: RowOf<"squad"> | undefined;
  zone: string;
  members: RowOf<"member">[];
  readings: RowOf<"reading">[];
  /** Running key results that move it, and those whose check-ins are its readings. */
  moves: RowOf<"key-result">[];
  measures: RowOf<"key-result">[];
  /** A North Star's metric that nobody has proposed yet. */
  isProposable: boolean;
}

export async function metricRows(read: Reader, id: string): Promise<MetricRows | null> {
  const metric = await read.get("metric", id);
  if (metric === undefined) return null;
  const [members, [workspace], cycles, stars, readings] = await Promise.all([
    read.list("member"),
    read.list("workspace"),
    read.list("cycle"),
    read.list("north-star"),
    read.list("reading", id),
  ]);
  const running = cycles.filter((one) => one.state === "running");
  const keyResults = (await Promise.all(running.map((one) => read.inCycle("key-result", one.id)))).flat();
  const committed = keyResults.filter((one) => one.state === "committed");
  return {
    metric,
    parent: metric.parentId === undefined ? undefined : await read.get("metric", metric.parentId),
    squad: metric.squadId === undefined ? undefined : await read.get("squad", metric.squadId),
    zone: workspace?.zone ?? "UTC",
    members,
    readings,
    moves: committed.filter((one) => one.moves?.metricId === id),
    measures: committed.filter((one) => one.measures === id),
    isProposable: metric.kind === "north-star" && standing(stars).length === 0,
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
