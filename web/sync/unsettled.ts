import type { AckedEntry, Tx } from "./storage.ts";

/**
 * The worker stores what became of work and knows no rules: whoever does is left to make the overlay anew and to keep
 * what the accepted work set. Noted in the transaction that stores the outcomes.
 */
export async function leaveUnsettled(tx: Tx, accepted: AckedEntry[]): Promise<void> {
  const before = (await tx.meta.get("unsettled")) ?? [];
  await tx.meta.put("unsettled", [...before, ...accepted.map((entry) => entry.seq)]);
}

/** What was left, which the caller settles in this transaction; undefined when nothing was. */
export async function takeUnsettled(tx: Tx): Promise<AckedEntry[] | undefined> {
  const seqs = await tx.meta.get("unsettled");
  if (seqs === undefined) return undefined;
  await tx.meta.drop("unsettled");
  return (await tx.acked.many(seqs)).filter((entry): entry is AckedEntry => entry !== undefined);
}
