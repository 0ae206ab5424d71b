import type { Connector, Draft, Trial, Tried } from "../../shared/metrics/connector.ts";
import { nextFetch } from "../../shared/metrics/connector-due.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Outbound } from "../outbound.ts";
import { findWorkspace } from "../people/member-store.ts";
import { spend } from "../people/rate-limit-store.ts";
import type { Revocations } from "../people/revocations.ts";
import type { Membership } from "../people/signed.ts";
import { askSource } from "./connector-reading.ts";
import type { Seal } from "./connector-seal.ts";
import { shownAddress, withKept } from "./connector-secrets.ts";
import * as store from "./connector-store.ts";

export interface ConnectorDeps {
  database: Database;
  outbound: Outbound;
  seal: Seal;
  revocations: Revocations;
  /** Milliseconds since 1970. */
  now(): number;
  bytes(count: number): Uint8Array;
  log: Log;
}

const mostConnectors = 100;
/** Tries and saves of a workspace, since each of them looks up a name somebody typed: twenty at once, then one in 3 s. */
const allowance = { burst: 20, every: 3000 };

export async function listConnectors(deps: ConnectorDeps, workspaceId: string): Promise<Connector[]> {
  const all = await store.listConnectors(deps.database, workspaceId);
  return all.map((one) => viewOf(deps, one));
}

/** One source, as it will be recorded by whoever saves it. Without an id a new one. Refuses what cannot be asked. */
export async function saveConnector(
  deps: ConnectorDeps,
  { workspaceId, memberId }: Membership,
  draft: Draft,
  id?: string,
): Promise<Connector> {
  const { database, seal, outbound, now, bytes } = deps;
  await count(deps, workspaceId);
  const before = id === undefined ? undefined : await found(deps, workspaceId, id);
  if (before === undefined) await leaveRoom(deps, workspaceId);
  const { url, headers, ...settings } = draft;
  const secrets = withKept({ url, headers }, before && seal.open(before.id, before.sealed));
  const metric = await store.metricState(database, workspaceId, draft.metricId);
  if (metric !== "active") throw new Refused("not_found", { field: "metricId" });
  if ((await outbound.refusal(secrets.url)) !== undefined)
    throw new Refused("address_refused", { field: "url" });
  const at = iso(now());
  const newId = before?.id ?? uuidv7(now(), bytes(10));
  const saved = await store.saveConnector(
    database,
    {
      ...{ ...settings, id: newId, workspaceId, memberId, sealed: seal.close(newId, secrets) },
      dueAt: await dueAfter(deps, workspaceId, draft.schedule, before),
    },
    at,
  );
  if (!saved) throw new Refused("invalid_request", { field: "name" });
  deps.log.info("connector.saved", { connectorId: newId, workspaceId, memberId });
  return viewOf(deps, await found(deps, workspaceId, newId));
}

export async function pauseConnector(deps: ConnectorDeps, { workspaceId }: Membership, id: string) {
  await store.pauseConnector(deps.database, (await found(deps, workspaceId, id)).id);
  return viewOf(deps, await found(deps, workspaceId, id));
}

export async function resumeConnector(
  deps: ConnectorDeps,
  { workspaceId, memberId }: Membership,
  id: string,
) {
  const before = await found(deps, workspaceId, id);
  const dueAt = await dueAfter(deps, workspaceId, before.schedule, before);
  await store.resumeConnector(deps.database, id, memberId, dueAt);
  return viewOf(deps, await found(deps, workspaceId, id));
}

export async function removeConnector(deps: ConnectorDeps, { workspaceId }: Membership, id: string) {
  await found(deps, workspaceId, id);
  deps.revocations.append(iso(deps.now()), "connector", [id]);
  await store.deleteConnector(deps.database, id);
  deps.log.info("connector.removed", { connectorId: id, workspaceId });
}

/** Asks a source once, before it is saved. Answers the number, or why there is none; never what the source said. */
export async function tryConnector(
  deps: ConnectorDeps,
  { workspaceId }: Membership,
  { connectorId, url, headers, look, factor }: Trial,
): Promise<Tried> {
  await count(deps, workspaceId);
  const kept = connectorId === undefined ? undefined : await found(deps, workspaceId, connectorId);
  const secrets = withKept({ url, headers }, kept && deps.seal.open(kept.id, kept.sealed));
  return askSource(deps.outbound, secrets, { look, factor });
}

async function found({ database }: ConnectorDeps, workspaceId: string, id: string): Promise<store.Stored> {
  const one = await store.findConnector(database, workspaceId, id);
  if (one === undefined) throw new Refused("not_found");
  return one;
}

async function count({ database, now, log }: ConnectorDeps, workspaceId: string): Promise<void> {
  const wait = await spend(database, [{ key: `connector ${workspaceId}`, ...allowance }], now());
  if (wait === 0) return;
  log.warn("limit.hit", { door: "connectors", workspaceId });
  throw new Refused("rate_limited", { retryAfter: Math.ceil(wait / 1000) });
}

async function leaveRoom({ database }: ConnectorDeps, workspaceId: string): Promise<void> {
  const all = await store.listConnectors(database, workspaceId);
  if (all.length >= mostConnectors) throw new Refused("rate_limited");
}

/** At its next planned time; at once when one was missed because it failed. */
async function dueAfter(
  { database, now }: ConnectorDeps,
  workspaceId: string,
  schedule: Draft["schedule"],
  before: store.Stored | undefined,
): Promise<string> {
  const at = iso(now());
  if (before !== undefined && before.failures > 0) return at;
  const workspace = await findWorkspace(database, workspaceId);
  return nextFetch(schedule, workspace?.zone ?? "UTC", at);
}

function viewOf({ seal }: ConnectorDeps, { sealed, workspaceId: _, dueAt, ...one }: store.Stored): Connector {
  const secrets = seal.open(one.id, sealed);
  return {
    ...one,
    ...(secrets === undefined ? { address: "", hidden: true } : shownAddress(secrets.url)),
    headers: secrets?.headers.map((header) => header.name) ?? [],
    ...(one.state === "on" ? { dueAt } : {}),
  };
}
