import type { Kind } from "../../shared/sync/catalog.ts";
import { addDays, localDate } from "../../shared/time/local-date.ts";
import { startOfDay } from "../../shared/time/wall-clock.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import * as store from "./history-store.ts";

export interface HistoryDeps {
  database: Database;
  /** Milliseconds since 1970. */
  now(): number;
}

const versionsAtOnce = 200;
const rowsAtOnce = 2000;

export interface VersionsPage {
  /** The newest first. */
  versions: store.Version[];
  /** There are older ones: ask again with the last revision as `before`. */
  more: boolean;
}

/** Who made which version of a row, when. Refuses `not_found` for a row this workspace never had. */
export async function rowHistory(
  { database }: HistoryDeps,
  workspaceId: string,
  { kind, id, before = Number.MAX_SAFE_INTEGER }: { kind: Kind; id: string; before?: number | undefined },
): Promise<VersionsPage> {
  const wanted = { kind, id, before, limit: versionsAtOnce + 1 };
  const found = await store.versions(database, workspaceId, wanted);
  if (found.length === 0) throw new Refused("not_found");
  return { versions: found.slice(0, versionsAtOnce), more: found.length > versionsAtOnce };
}

/**
 * The last revision of a day in the workspace's zone; of today, the last one yet. Refuses `invalid_request` for a day
 * that has not begun, `not_a_member` for a workspace that is not here.
 */
export async function revisionOn(deps: HistoryDeps, workspaceId: string, on: string): Promise<number> {
  const zone = await zoneOf(deps, workspaceId);
  if (on > localDate(deps.now(), zone)) throw new Refused("invalid_request", { field: "on" });
  return store.revisionBefore(deps.database, workspaceId, startOfDay(addDays(on, 1), zone));
}

/** The same of a day that had begun once: the workspace may have moved to a zone in which it is still to come. */
export async function revisionByEndOf(deps: HistoryDeps, workspaceId: string, on: string): Promise<number> {
  const zone = await zoneOf(deps, workspaceId);
  return store.revisionBefore(deps.database, workspaceId, startOfDay(addDays(on, 1), zone));
}

async function zoneOf({ database }: HistoryDeps, workspaceId: string): Promise<string> {
  const zone = await store.zoneOf(database, workspaceId);
  if (zone === undefined) throw new Refused("not_a_member");
  return zone;
}

export interface AsOfRequest {
  on: string;
  kinds: readonly Kind[];
  cycleId?: string | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
}

/**
 * JSON text of `{on, revision, rows, next?}`: rows as they stood at the end of a day in the workspace's zone, in the form
 * a pull has. A page names the revision it stands at, so that the ones after it stand at the same. Refuses a day that
 * has not begun and a cycle that is not here.
 */
export async function asOf(
  deps: HistoryDeps,
  workspaceId: string,
  { on, kinds, cycleId, after }: AsOfRequest,
): Promise<string> {
  const { database } = deps;
  const from = after === undefined ? undefined : placeOf(after);
  const revision = from?.revision ?? (await revisionOn(deps, workspaceId, on));
  if (cycleId !== undefined && (await lacks(database, workspaceId, cycleId)))
    throw new Refused("not_found", { field: "cycle" });
  const { rows, count, last } = await store.stood(database, workspaceId, {
    ...{ revision, kinds, cycleId, limit: rowsAtOnce },
    after: from ?? { kind: "", id: "" },
  });
  // A page that is just full may be the last; the next one is then empty.
  const next = count < rowsAtOnce ? {} : { next: `${revision}/${last.kind}/${last.id}` };
  return `${JSON.stringify({ on, revision, ...next }).slice(0, -1)},"rows":[${rows}]}`;
}

async function lacks(database: Database, workspaceId: string, id: string): Promise<boolean> {
  const known = { kind: "cycle" as const, id, before: Number.MAX_SAFE_INTEGER, limit: 1 };
  return (await store.versions(database, workspaceId, known)).length === 0;
}

function placeOf(after: string): { revision: number; kind: string; id: string } {
  const [, revision, kind, id] = /^(\d{1,15})\/([a-z-]+)\/(.+)$/.exec(after) ?? [];
  if (revision === undefined || kind === undefined || id === undefined)
    throw new Refused("invalid_request", { field: "after" });
  return { revision: Number(revision), kind, id };
}
