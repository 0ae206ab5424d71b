import type { SyncResponse } from "../../shared/sync/protocol.ts";
import { type Applied, apply, settleLeft } from "./apply.ts";
import { learn, Unlearnt } from "./definitions.ts";
import { exchange, type Part, type RoundEnd } from "./exchange.ts";
import { plan, type Sent } from "./flush.ts";
import { prune } from "./journal.ts";
import { answered, mark } from "./mark.ts";
import type { Phone } from "./phone.ts";
import { sift } from "./sift.ts";
import { StorageError, type SyncMark } from "./storage.ts";
import { newId } from "./world.ts";

/** Flush and pull once, as a page does it. What the worker has left is settled first, with or without network. */
export function round(phone: Phone, lock = true): Promise<RoundEnd> {
  return exchange(phone, whole, lock);
}

const whole: Part = {
  begin: (phone) => learning(() => begin(phone)),
  async take(phone, sent, answer, sentAt) {
    const applied = await learning(() => store(phone, sent, answer, sentAt));
    if (applied.resetRefused) phone.world.log("server history changed too often", { resets: answer.reset });
    return applied;
  },
};

async function begin({ world, who, batcher }: Phone): Promise<Sent> {
  return world.storage.write(async (tx) => {
    await settleLeft(tx, who, world.now());
    const batch = batcher.choose(await sift(tx, world.now()));
    const stopped = (await tx.meta.get("mark"))?.pullStopped === true;
    const sent = await plan(tx, who, world.now(), batch, stopped ? { limit: 0 } : {});
    if (sent.batch.length > 0) await mark(tx, { phase: "sending" });
    return sent;
  });
}

async function store(phone: Phone, sent: Sent, answer: SyncResponse, sentAt: number): Promise<Applied> {
  const { world, who } = phone;
  const attempt = (resultsOnly: boolean) =>
    world.storage.write(async (tx) => {
      const now = world.now();
      const applied = await apply(tx, sent, answer, who, { now, newId: () => newId(world) }, resultsOnly);
      if (applied.stale) return applied;
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
  const complete = !answer.more && !full && !applied.resetRefused;
  return {
    ...answered(answer, sentAt, now),
    ...(full ? { phase: "retrying" } : {}),
    storageFull: full,
    pullStopped: applied.resetRefused,
    ...(complete ? { lastSyncedAt: answer.now } : {}),
  };
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
