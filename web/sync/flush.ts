import { protocolVersion } from "../../shared/sync/limits.ts";
import type { Cursor, SyncRequest } from "../../shared/sync/protocol.ts";
import type { OutboxEntry, Tx } from "./storage.ts";
import { type Identity, iso } from "./world.ts";

/** Ids of the journal offered in one request. */
export const offerChunk = 5000;

/** One round as it was sent: what its answer is about. */
export interface Sent {
  request: SyncRequest;
  batch: OutboxEntry[];
  generation: number;
  cursor: Cursor | null;
  /** The journal entries offered; `last` when there are no more after these. */
  offered?: { entries: { id: string; seq: number }[]; last: boolean };
}

/** `limit`: rows wanted, 0 for none. Without `offers` the journal is left to somebody else to be offered. */
interface Asking {
  limit?: number;
  offers?: boolean;
}

/**
 * Builds the next request from what is stored. While the journal is being offered nothing else is sent, because what
 * waits in the outbox may stand on work the server has lost.
 */
export async function plan(
  tx: Tx,
  who: Identity,
  now: number,
  batch: OutboxEntry[],
  { limit, offers = true }: Asking = {},
): Promise<Sent> {
  const generation = (await tx.meta.get("generation")) ?? 0;
  const cursor = (await tx.meta.get("cursor")) ?? null;
  const offer = await tx.meta.get("offer");
  const offered = offer && offers ? await offering(tx, offer.after) : undefined;
  const going = offer ? [] : batch;
  const request: SyncRequest = {
    protocol: protocolVersion,
    deviceId: (await tx.meta.get("deviceId")) ?? who.deviceId,
    workspaceId: who.workspaceId,
    actorId: who.memberId,
    now: iso(now),
    cursor,
    mutations: going.map(envelope),
    ...(limit === undefined ? {} : { limit }),
    ...(offered ? { offer: offered.entries.map((entry) => entry.id) } : {}),
  };
  return { request, batch: going, generation, cursor, ...(offered ? { offered } : {}) };
}

async function offering(tx: Tx, after: number) {
  const entries = await tx.journal.page(after, offerChunk);
  return { entries: entries.map(({ id, seq }) => ({ id, seq })), last: entries.length < offerChunk };
}

/** The mutation as it travels. */
export function envelope(entry: Omit<OutboxEntry, "size" | "reads" | "writes" | "into">) {
  const { seq, id, name, v, args, at, baseRevision, healing } = entry;
  return {
    id,
    seq,
    name,
    ...(v === undefined ? {} : { v }),
    args,
    at,
    ...(baseRevision === undefined ? {} : { baseRevision }),
    ...(healing ? { healing } : {}),
  };
}
