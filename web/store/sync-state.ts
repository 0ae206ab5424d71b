import type { SyncMark, Tx } from "../sync/storage.ts";
import { useStored } from "./live.ts";
import { openPhones } from "./signed-in.ts";

export type SyncPhase =
  | "idle"
  | "sending"
  | "offline"
  | "signed-out"
  | "refused"
  | "retrying"
  | "update-needed";

export interface SyncState {
  phase: SyncPhase;
  /** Mutations not yet on the server. */
  pending: number;
  /** When the oldest of them was made. */
  oldestAt?: string;
  /** Items in needs attention. */
  attention: number;
  lastSyncedAt?: string;
  /** Whether the browser promised not to evict this phone's data; absent until asked. */
  persisted?: boolean;
  /** How far this phone's clock is ahead of the server's. */
  skewMs?: number;
  /** The browser has no room left for what the server sends. */
  storageFull?: boolean;
}

/** How this phone and the server stand. Told by rows that sync writes, so every tab says the same. */
export function useSyncState(): SyncState {
  return useStored(stateOf, []) ?? { phase: "idle", pending: 0, attention: 0 };
}

/** Reads the state of one phone. */
export async function stateOf(tx: Tx): Promise<SyncState> {
  const {
    phase,
    pullStopped: _pullStopped,
    ...mark
  }: SyncMark = (await tx.meta.get("mark")) ?? { phase: "idle" };
  const [oldest] = await tx.outbox.page(undefined, 1);
  return {
    ...mark,
    phase: phase === "removed" || phase === "revoked" ? "refused" : phase,
    pending: await tx.outbox.count(),
    attention: await tx.attention.count(),
    ...(oldest ? { oldestAt: oldest.at } : {}),
  };
}

/** Flushes and pulls now; resolves when the round ended, whatever came of it. */
export async function syncNow(): Promise<void> {
  await Promise.all(openPhones().map((phone) => phone.engine.settled()));
}

export type Delivery = "on-this-phone" | "sending" | "on-the-server" | "not-accepted";

/** Where each mutation is, by id. */
export function useDelivery(mutationIds: string[]): Record<string, Delivery> {
  return useStored((tx) => deliveries(tx, mutationIds), [mutationIds.join()]) ?? {};
}

export async function deliveries(tx: Tx, mutationIds: string[]): Promise<Record<string, Delivery>> {
  const refused = await tx.attention.many(mutationIds);
  const waiting = new Set((await tx.outbox.page()).map((entry) => entry.id));
  const sending = (await tx.meta.get("mark"))?.phase === "sending";
  const of = (id: string, i: number): Delivery => {
    if (refused[i]) return "not-accepted";
    if (!waiting.has(id)) return "on-the-server";
    return sending ? "sending" : "on-this-phone";
  };
  return Object.fromEntries(mutationIds.map((id, i) => [id, of(id, i)]));
}
