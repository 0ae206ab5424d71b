import type { Tx } from "./storage.ts";
import { iso } from "./world.ts";

export const journalDays = 400;
const pruneAtOnce = 500;

/** Forgets own mutations older than 400 days by the server's clock, at most once a day; never one still queued. */
export async function prune(tx: Tx, serverNow: string): Promise<void> {
  const today = serverNow.slice(0, 10);
  if ((await tx.meta.get("prunedOn")) === today) return;
  await tx.meta.put("prunedOn", today);
  const before = iso(Date.parse(serverNow) - journalDays * 86_400_000);
  const [queued] = await tx.outbox.page(undefined, 1);
  const oldest = await tx.journal.page(undefined, pruneAtOnce);
  const old = oldest.filter(
    (entry) => entry.at < before && entry.seq < (queued?.seq ?? Number.POSITIVE_INFINITY),
  );
  await tx.journal.drop(old.map((entry) => entry.seq));
}
