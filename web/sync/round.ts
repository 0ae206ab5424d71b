import type { SyncResponse } from "../../shared/sync/protocol.ts";
import { read } from "./answer.ts";
import { type Applied, apply } from "./apply.ts";
import type { Batcher } from "./batch.ts";
import { learn, Unlearnt } from "./definitions.ts";
import { plan, type Sent } from "./flush.ts";
import { prune } from "./journal.ts";
import { purge } from "./leave.ts";
import { mark, skew } from "./mark.ts";
import { sift } from "./sift.ts";
import { type Pause, StorageError, type SyncMark } from "./storage.ts";
import { longestRetryAfter, roundTimeout } from "./timing.ts";
import { type Identity, newId, type World } from "./world.ts";

/** How a round ended. `more`: there is reason to go on at once. `afterMs`: not before then, the server says. */
export type RoundEnd =
  | { end: "done"; more: boolean }
  | { end: "taken" }
  | { end: "failed"; afterMs?: number }
  | { end: "paused"; why: Pause };

export interface Phone {
  world: World;
  who: Identity;
  batcher: Batcher;
}

/** Flush and pull once, holding the lock for this round only (shared/sync/README.md, "Round"). Without `lock` it just runs. */
export async function round(phone: Phone, lock = true): Promise<RoundEnd> {
  if (!lock) return unlocked(phone);
  const { personId, workspaceId } = phone.who;
  const name = `northing-sync/${personId}/${workspaceId}`;
  const ended = await phone.world.locks.tryHold(name, () => unlocked(phone));
  return ended === "taken" ? { end: "taken" } : ended;
}

async function unlocked(phone: Phone): Promise<RoundEnd> {
  const { world } = phone;
  try {
    const sent = await begin(phone);
    const sentAt = world.now();
    const reply = read(await world.transport(sent.request, roundTimeout));
    if (reply.is === "answer") return await finish(phone, sent, reply.response, sentAt);
    if (reply.is === "pause") return await pause(phone, reply.why);
    if (reply.choked) phone.batcher.choked(sent.batch, reply.choked === "large");
    await note(phone, { phase: reply.offline ? "offline" : "retrying" });
    return failed(reply.retryAfter);
  } catch (error) {
    // The phone's storage failed, or a rule could not be loaded: nothing was stored, so all of it is done again.
    world.log("sync round failed", { name: (error as Error).name, reason: (error as StorageError).reason });
    return failed();
  }
}

async function begin({ world, who, batcher }: Phone): Promise<Sent> {
  return world.storage.write(async (tx) => {
    const batch = batcher.choose(await sift(tx, world.now()));
    const stopped = (await tx.meta.get("mark"))?.pullStopped === true;
    const sent = await plan(tx, who, world.now(), batch, stopped ? 0 : undefined);
    if (sent.batch.length > 0) await mark(tx, { phase: "sending" });
    return sent;
  });
}

async function finish(phone: Phone, sent: Sent, answer: SyncResponse, sentAt: number): Promise<RoundEnd> {
  const { world, batcher } = phone;
  const applied = await learning(() => store(phone, sent, answer, sentAt));
  if (applied.foreign) return pause(phone, "signed-out");

  const results = new Set(answer.results.map((result) => result.id));
  const retryMs = 1000 * Math.max(1, answer.retryAfter ?? 1);
  const stopped = batcher.answered(sent.batch, results, retryMs);
  if (stopped || (answer.retryAfter !== undefined && sent.batch.length === 0))
    return failed(answer.retryAfter);
  if (applied.resetRefused) world.log("server history changed too often", { resets: answer.reset });
  const waiting = await world.storage.read(async (tx) => {
    const sendable = batcher.choose(await tx.outbox.page());
    return sendable.length > 0 || (await tx.meta.get("offer")) !== undefined;
  });
  const more = waiting || (answer.more && !applied.resetRefused);
  return { end: "done", more: applied.stale || (applied.progress && more) };
}

async function store(phone: Phone, sent: Sent, answer: SyncResponse, sentAt: number): Promise<Applied> {
  const { world, who } = phone;
  const attempt = (resultsOnly: boolean) =>
    world.storage.write(async (tx) => {
      const now = world.now();
      const applied = await apply(tx, sent, answer, who, { now, newId: () => newId(world) }, resultsOnly);
      if (applied.stale) return applied;
      if (applied.cloned) await tx.meta.put("deviceId", newId(world));
      await prune(tx, answer.now);
      await mark(tx, markOf(applied, answer, sentAt, now, resultsOnly));
      return applied;
    });
  try {
    return await attempt(false);
  } catch (error) {
    // No room for what the server sent; what became of our own work needs next to none and must not wait for it.
    if (!(error instanceof StorageError) || error.reason !== "full" || sent.offered) throw error;
    await attempt(true);
    throw error;
  }
}

function markOf(
  applied: Applied,
  answer: SyncResponse,
  sentAt: number,
  now: number,
  full: boolean,
): Partial<SyncMark> {
  const skewMs = skew(sentAt, now, answer.now);
  const complete = !answer.more && !full && !applied.resetRefused;
  return {
    phase: full || answer.retryAfter !== undefined ? "retrying" : "idle",
    skewMs,
    storageFull: full,
    pullStopped: applied.resetRefused,
    ...(complete ? { lastSyncedAt: answer.now } : {}),
  };
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

async function note({ world }: Phone, news: Partial<SyncMark>): Promise<void> {
  await world.storage.write((tx) => mark(tx, news));
}

function failed(retryAfter?: number): RoundEnd {
  if (retryAfter === undefined) return { end: "failed" };
  return { end: "failed", afterMs: Math.min(retryAfter * 1000, longestRetryAfter) };
}

/** Does it again until no definition is missing; what it had begun to store is rolled back with its transaction. */
async function learning<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unlearnt)) throw error;
      await learn(error.names);
    }
  }
}
