import { type Finding, findingAnomalies, type WatchedSeries } from "../../shared/signals/anomalies.ts";
import {
  keyResultSeries,
  type Marks,
  metricSeries,
  type SeriesName,
} from "../../shared/signals/series-of.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { Database } from "../db/client.ts";
import type { Directory } from "./directory.ts";
import { checkInsOf, readingsOf } from "./store.ts";

/** A series with the anomalies it should have from a day on. */
export interface Looked {
  name: SeriesName;
  cadence: WatchedSeries["series"]["cadence"];
  since: string;
  findings: Finding[];
}

export interface Looking {
  database: Database;
  workspaceId: string;
  directory: Directory;
  marks: Marks;
  /** Today. */
  on: string;
  /** Lets everybody else have their turn when this has gone on for a while. */
  pause(): Promise<void>;
}

/** More slices of a metric than this nobody answers for; those with most readings are watched. */
const mostSegments = 20;

/** A metric as a whole, then its segments. */
export async function* lookAtMetric(metric: RowOf<"metric">, looking: Looking): AsyncGenerator<Looked> {
  const { database, workspaceId, directory, marks } = looking;
  const { from, since } = reachOf(metric, looking.on);
  const readings: RowOf<"reading">[] = [];
  for await (const page of readingsOf(database, workspaceId, metric.id, from)) {
    for (const one of page) readings.push(one);
    await looking.pause();
  }
  const { floor, ceiling, squadId, cadence } = metric;
  for (const segment of [undefined, ...segmentsOf(readings)]) {
    const name = { kind: "metric", id: metric.id, ...(segment === undefined ? {} : { segment }) } as const;
    const watched: WatchedSeries = {
      ...{ name, squadId, floor, ceiling, isStar: directory.stars.has(metric.id) },
      series: metricSeries(metric, readings, marks, segment),
    };
    const findings = await found(watched, directory.followed(metric), looking);
    yield { name, cadence, since, findings: findings.filter((one) => one.on >= since) };
  }
}

export async function lookAtKeyResult(
  keyResult: RowOf<"key-result"> & { squadId: string | undefined },
  looking: Looking,
): Promise<Looked> {
  const { database, workspaceId, directory, marks } = looking;
  const checkIns = await checkInsOf(database, workspaceId, keyResult.id);
  const series = keyResultSeries(keyResult, checkIns, marks);
  const name = { kind: "key-result", id: keyResult.id } as const;
  const watched = { name, series, squadId: keyResult.squadId };
  const findings = await found(watched, directory.followed(keyResult), looking);
  return { name, cadence: series.cadence, since: "", findings };
}

/**
 * How far back a look goes: of days three years, of which the first only shows what was usual. Whole years, so that what
 * was found does not change from day to day with the day the look begins.
 */
function reachOf({ cadence }: RowOf<"metric">, on: string): { from: string; since: string } {
  if (cadence !== "daily") return { from: "", since: "" };
  const year = Number(on.slice(0, 4));
  return { from: `${year - 3}-01-01`, since: `${year - 2}-01-01` };
}

async function found(watched: WatchedSeries, followed: number, { pause }: Looking): Promise<Finding[]> {
  const work = findingAnomalies(watched, { followed });
  for (;;) {
    const step = work.next();
    await pause();
    if (step.done) return step.value;
  }
}

function segmentsOf(readings: readonly RowOf<"reading">[]): string[] {
  const counts = new Map<string, number>();
  for (const { segment } of readings)
    if (segment !== undefined) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const most = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most.slice(0, mostSegments).map(([segment]) => segment);
}
