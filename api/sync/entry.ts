import type { MutationEnvelope, MutationResult } from "../../shared/sync/protocol.ts";
import { iso } from "../../shared/time/instant.ts";
import { fingerprint } from "./fingerprint.ts";

/** Whose mutations these are and when they came: what all of one request share. */
export interface Batch {
  memberId: string;
  deviceId: string | null;
  server: boolean;
  receivedAt: string;
  /** Passing trouble stopped it: what comes after in this batch waits, so that the order holds. */
  stopped: boolean;
  /** Ids of rows that unanswered mutations would have made; what needs them waits too. */
  awaited: Set<string>;
  /** Ids of rows whose making was refused. */
  refused: Set<string>;
  /** The first fault that left a mutation unanswered. */
  fault?: unknown;
}

/** One mutation on its way through a flush. Without a result in the end, it stays in the phone's outbox. */
export interface Entry {
  batch: Batch;
  mutation: MutationEnvelope;
  payloadHash: string;
  /** The moment claimed, in one spelling so that instants compare as text; rules see it clamped to the arrival. */
  at: string;
  result: MutationResult | undefined;
  /** Rows it has written just now; none when it was known already. */
  wrote: number;
}

export function batchOf(actor: Pick<Batch, "memberId" | "deviceId" | "server">, receivedAt: string): Batch {
  return { ...actor, receivedAt, stopped: false, awaited: new Set(), refused: new Set() };
}

export function entryOf(batch: Batch, mutation: MutationEnvelope): Entry {
  const payloadHash = fingerprint(mutation.name, mutation.args, batch.memberId);
  const at = iso(Date.parse(mutation.at));
  return { batch, mutation, payloadHash, at, result: undefined, wrote: 0 };
}

export function isAwaited(entry: Entry): boolean {
  return mentions(entry, entry.batch.awaited);
}

/** True when it needs a row of the same batch whose making was refused. */
export function isOrphan(entry: Entry): boolean {
  return mentions(entry, entry.batch.refused);
}

export function leaveUnanswered(entry: Entry): undefined {
  const born = bornId(entry);
  if (born !== undefined) entry.batch.awaited.add(born);
}

export function noteOutcome(entry: Entry, outcome: "applied" | "rejected"): void {
  const born = bornId(entry);
  if (born === undefined) return;
  if (outcome === "rejected") entry.batch.refused.add(born);
  else entry.batch.refused.delete(born);
}

/** By convention a mutation names the row it makes by the argument `id`. */
function bornId({ mutation }: Entry): string | undefined {
  return typeof mutation.args.id === "string" ? mutation.args.id : undefined;
}

function mentions({ mutation }: Entry, ids: Set<string>): boolean {
  return ids.size > 0 && Object.values(mutation.args).some((value) => ids.has(String(value)));
}
