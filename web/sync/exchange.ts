import type { SyncResponse } from "../../shared/sync/protocol.ts";
import { read } from "./answer.ts";
import type { Sent } from "./flush.ts";
import { purge } from "./leave.ts";
import { mark } from "./mark.ts";
import type { Phone } from "./phone.ts";
import type { Pause, StorageError } from "./storage.ts";
import { longestRetryAfter, roundTimeout } from "./timing.ts";

/** How a round ended. `more`: there is reason to go on at once. `afterMs`: not before then, the server says. */
export type RoundEnd =
  | { end: "done"; more: boolean }
  | { end: "taken" }
  | { end: "failed"; afterMs?: number }
  | { end: "paused"; why: Pause };

/** What became of an answer on the phone. */
export interface Taken {
  /** The server says this is another person's work: whoever is signed in now is not its author. */
  foreign: boolean;
  /** The answer belongs to a history this phone has left; nothing of it was used. */
  stale: boolean;
  /** Something of it went forward; without that there is no use in asking again at once. */
  progress: boolean;
  /** More than the outbox is left to be done. */
  more: boolean;
}

/** What a round does with what is stored: a page all there is, the worker its outbox alone. */
export interface Part {
  /** Chooses what goes, and notes that it does. */
  begin(phone: Phone): Promise<Sent>;
  /** Stores what the answer says, in one transaction. */
  take(phone: Phone, sent: Sent, answer: SyncResponse, sentAt: number): Promise<Taken>;
}

/**
 * Sends one request and stores its answer, holding the lock for this round only (shared/sync/README.md, "Round").
 * Without `lock` it just runs. Never rejects.
 */
export async function exchange(phone: Phone, part: Part, lock: boolean): Promise<RoundEnd> {
  if (!lock) return unlocked(phone, part);
  const { personId, workspaceId } = phone.who;
  const name = `northing-sync/${personId}/${workspaceId}`;
  const ended = await phone.world.locks.tryHold(name, () => unlocked(phone, part));
  return ended === "taken" ? { end: "taken" } : ended;
}

async function unlocked(phone: Phone, part: Part): Promise<RoundEnd> {
  const { world } = phone;
  try {
    const sent = await part.begin(phone);
    const sentAt = world.now();
    const reply = read(await world.transport(sent.request, roundTimeout));
    if (reply.is === "answer") return await finish(phone, part, sent, reply.response, sentAt);
    if (reply.is === "pause") return await pause(phone, reply.why);
    if (reply.choked) phone.batcher.choked(sent.batch, reply.choked === "large");
    await world.storage.write((tx) => mark(tx, { phase: reply.offline ? "offline" : "retrying" }));
    return failed(reply.retryAfter);
  } catch (error) {
    // The phone's storage failed, or a rule could not be loaded: nothing was stored, so all of it is done again.
    world.log("sync round failed", { name: (error as Error).name, reason: (error as StorageError).reason });
    return failed();
  }
}

async function finish(
  phone: Phone,
  part: Part,
  sent: Sent,
  answer: SyncResponse,
  sentAt: number,
): Promise<RoundEnd> {
  const { world, batcher } = phone;
  const taken = await part.take(phone, sent, answer, sentAt);
  if (taken.foreign) return pause(phone, "signed-out");

  const results = new Set(answer.results.map((result) => result.id));
  const retryMs = 1000 * Math.max(1, answer.retryAfter ?? 1);
  const stopped = batcher.answered(sent.batch, results, retryMs);
  if (stopped || (answer.retryAfter !== undefined && sent.batch.length === 0))
    return failed(answer.retryAfter);
  const sendable = await world.storage.read(async (tx) => batcher.choose(await tx.outbox.page()).length > 0);
  return { end: "done", more: taken.stale || (taken.progress && (sendable || taken.more)) };
}

async function pause(phone: Phone, why: Pause): Promise<RoundEnd> {
  const { storage, now } = phone.world;
  if (why === "revoked") await storage.destroy();
  else
    await storage.write(async (tx) => {
      if (why === "removed") await purge(tx, now());
      await mark(tx, { phase: why });
    });
  return { end: "paused", why };
}

function failed(retryAfter?: number): RoundEnd {
  if (retryAfter === undefined) return { end: "failed" };
  return { end: "failed", afterMs: Math.min(retryAfter * 1000, longestRetryAfter) };
}
