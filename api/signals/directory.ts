import { responsibleFor } from "../../shared/signals/anomalies.ts";
import { isWatched, type Marks } from "../../shared/signals/series-of.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { Database } from "../db/client.ts";
import { rowsOf, type Touched } from "./store.ts";

/** What a scan has to know of a workspace beside the readings themselves. */
export interface Directory {
  /** Those in use, and key results that are watched by themselves. */
  metrics: Map<string, RowOf<"metric">>;
  keyResults: Map<string, RowOf<"key-result"> & { squadId: string | undefined }>;
  /** Metrics that are, or are to be, the North Star. */
  stars: Set<string>;
  events: Marks["events"];
  /** How many series whoever is told of this one is told of: of several people, the one with most. */
  followed(one: RowOf<"metric"> | RowOf<"key-result">): number;
}

export async function readDirectory(database: Database, workspaceId: string): Promise<Directory> {
  const all = async <K extends "metric" | "squad" | "north-star" | "event" | "cycle">(kind: K) =>
    rowsOf(database, workspaceId, kind);
  const running = (await all("cycle")).filter((one) => one.state === "running");
  const cycleIds = running.map((one) => one.id);
  const objectives = new Map(
    (await rowsOf(database, workspaceId, "objective", cycleIds)).map((one) => [one.id, one]),
  );
  const keyResults = (await rowsOf(database, workspaceId, "key-result", cycleIds))
    .filter((one) => isWatched(one, { state: "running" }))
    .map((one) => ({ ...one, squadId: objectives.get(one.objectiveId)?.squadId }));
  const metrics = (await all("metric")).filter((one) => one.state === "active");
  const squads = new Map((await all("squad")).map((one) => [one.id, one]));
  const stars = (await all("north-star")).filter((one) => one.state !== "replaced");

  const hearers = new Map<string, string[]>();
  const counts = new Map<string, number>();
  const hear = (id: string, squadId: string | undefined, keeperId: string) => {
    const memberIds = responsibleFor(squadId === undefined ? undefined : squads.get(squadId), keeperId);
    hearers.set(id, memberIds);
    for (const one of memberIds) counts.set(one, (counts.get(one) ?? 0) + 1);
  };
  for (const one of metrics) hear(one.id, one.squadId, one.stewardId);
  for (const one of keyResults) hear(one.id, one.squadId, one.ownerId);

  return {
    metrics: new Map(metrics.map((one) => [one.id, one])),
    keyResults: new Map(keyResults.map((one) => [one.id, one])),
    stars: new Set(stars.map((one) => one.metricId)),
    events: await all("event"),
    followed: ({ id }) => Math.max(0, ...(hearers.get(id) ?? []).map((one) => counts.get(one) ?? 0)),
  };
}

/** The series to look at: of those touched the ones that are watched. */
export function watchedOf({ metrics, keyResults }: Directory, touched: Touched) {
  if (touched.all) return { metrics: [...metrics.values()], keyResults: [...keyResults.values()] };
  const cycles = new Set(touched.cycleIds);
  const named = new Set([...touched.metricIds, ...touched.keyResultIds]);
  return {
    metrics: [...metrics.values()].filter((one) => named.has(one.id)),
    keyResults: [...keyResults.values()].filter((one) => named.has(one.id) || cycles.has(one.cycleId)),
  };
}
