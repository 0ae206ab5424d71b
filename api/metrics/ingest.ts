import { mostAtOnce } from "../../shared/metrics/reading.ts";
import { isRefusal } from "../../shared/sync/mutation.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import type { ApiTokenRow } from "../people/api-token-store.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import { countUse } from "../people/rate-limit.ts";
import type { ServerMutation, Sync } from "../sync/sync.ts";
import { fieldAt, type Item, readItems } from "./ingest-items.ts";
import { findMetric, type KeyedMetric } from "./ingest-store.ts";

export interface IngestDeps extends Omit<PeopleDeps, "sync"> {
  sync: Pick<Sync, "applyCounted" | "trial">;
}

export interface Ingested {
  accepted: number;
  /** Readings that are new or say something else than before. */
  changed: number;
  unchanged: number;
  /** What was taken and looks like a mistake. */
  warnings?: { code: "percent_suspected"; message: string }[];
}

/** A ratio is stored 0–1; above this for all of them, somebody has sent percent. */
const ratioAtMost = 1.5;

/**
 * Takes readings of the metric with this key, as the member who made the token and with the token's name as their
 * source. All are judged before any is stored; the same ones again change nothing. Refuses `not_found` for a key that is
 * not here or not the token's, `invalid_request` with the item as `3.on`, `forbidden` by the maker's standing of now.
 */
export async function ingest(
  deps: IngestDeps,
  token: ApiTokenRow,
  key: string,
  body: unknown,
): Promise<Ingested> {
  const { workspaceId, memberId } = token;
  const metric = await findMetric(deps.database, workspaceId, key);
  if (!metric || token.metricIds?.includes(metric.id) === false)
    throw new Refused("not_found", { field: "key" });
  const items = readItems(body);
  const mutations = mutationsOf(deps, metric.id, token.name, items);
  if (mutations.length > 1) await countUse(deps, token.id, mutations.length - 1);
  // Also a single one: what is refused here leaves no trace, however often a broken program sends it.
  const tried = await deps.sync.trial(workspaceId, { memberId }).judge(mutations);
  allTaken(
    tried.map((one) => (isRefusal(one) ? { code: one.refused, field: one.field } : {})),
    body,
  );
  const told = await deps.sync.applyCounted(workspaceId, { memberId }, mutations);
  allTaken(
    told.map((one) => one.result),
    body,
  );
  const changed = told.reduce((sum, one) => sum + one.wrote, 0);
  deps.log.info("readings.ingested", {
    ...{ tokenId: token.id, workspaceId, metricId: metric.id },
    ...{ accepted: items.length, changed },
  });
  return {
    accepted: items.length,
    changed,
    unchanged: items.length - changed,
    ...(inPercent(metric, items) ? { warnings: [percentSuspected] } : {}),
  };
}

function mutationsOf(
  deps: IngestDeps,
  metricId: string,
  source: string,
  items: readonly Item[],
): ServerMutation[] {
  const at = iso(deps.now());
  return Array.from({ length: Math.ceil(items.length / mostAtOnce) }, (_, i) => ({
    // Not from the content: a value sent again after another one has to count again.
    id: uuidv7(deps.now(), deps.bytes(10)),
    at,
    name: "reading.record-many",
    args: { metricId, source, readings: items.slice(i * mostAtOnce, (i + 1) * mostAtOnce) },
  }));
}

/** What a rule said of one mutation: nothing, or why it refused it. */
type Told = { code?: string | undefined; field?: string | undefined };

/** Puts the first refusal of a rule into the words of a request: its field counts through the whole request. */
function allTaken(results: readonly Told[], body: unknown): void {
  const i = results.findIndex((one) => one.code !== undefined);
  const refused = results[i];
  if (refused === undefined) return;
  if (refused.code === "forbidden") throw new Refused("forbidden");
  if (refused.code === "metric_retired")
    throw new Refused("invalid_request", { field: "key", expected: "a metric in use; this one was retired" });
  const [, n, name] = /^readings\.(\d+)\.(\w+)$/.exec(refused.field ?? "") ?? [];
  throw new Refused("invalid_request", {
    ...(n === undefined || name === undefined
      ? {}
      : { field: fieldAt(body, i * mostAtOnce + Number(n), name) }),
    ...(refused.code === "reading_in_future" ? { expected: "today or an earlier day" } : {}),
  });
}

function inPercent({ scale }: KeyedMetric, items: readonly Item[]): boolean {
  return scale === "ratio" && items.every((one) => one.value > ratioAtMost);
}

const percentSuspected = {
  code: "percent_suspected" as const,
  message: "This metric is a ratio, stored from 0 to 1: 45 % is 0.45. Every value sent is above 1.5.",
};
