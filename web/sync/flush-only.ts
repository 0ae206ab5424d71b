import { exchange, type Part, type RoundEnd } from "./exchange.ts";
import { plan } from "./flush.ts";
import { answered, mark } from "./mark.ts";
import { takeResults } from "./outcome.ts";
import type { Phone } from "./phone.ts";
import { sift } from "./sift.ts";
import { leaveUnsettled } from "./unsettled.ts";
import { newId } from "./world.ts";

/**
 * Flush once without a pull, as the worker does it, which carries no rules: it stores what became of the work, and a
 * page does the rest. It leaves alone whatever only a page can bring into order: an answer that tells of another
 * history is dropped as if it had been lost, and while the journal is being offered nothing is sent.
 */
export function flush(phone: Phone, lock = true): Promise<RoundEnd> {
  return exchange(phone, outboxOnly, lock);
}

const outboxOnly: Part = {
  begin: ({ world, who, batcher }) =>
    world.storage.write(async (tx) => {
      const batch = batcher.choose(await sift(tx, world.now()));
      const sent = await plan(tx, who, world.now(), batch, { limit: 0, offers: false });
      if (sent.batch.length > 0) await mark(tx, { phase: "sending" });
      return sent;
    }),

  take: ({ world }, sent, answer, sentAt) =>
    world.storage.write(async (tx) => {
      const now = world.now();
      await mark(tx, answered(answer, sentAt, now));
      const stale = ((await tx.meta.get("generation")) ?? 0) !== sent.generation;
      if (stale || answer.reset !== undefined) return { foreign: false, stale, progress: false, more: false };
      const fresh = { now, newId: () => newId(world) };
      const { accepted, rejected, foreign } = await takeResults(tx, sent, answer.results, fresh);
      const progress = accepted.length + rejected.length > 0;
      if (progress) await leaveUnsettled(tx, accepted);
      return { foreign, stale, progress, more: false };
    }),
};
