import { dropBodies } from "./bodies.ts";
import { needsAttention } from "./outcome.ts";
import type { Tx } from "./storage.ts";

/**
 * No member any more (sync.md §2.4): the workspace's rows and the journal go. The person's own unsent words stay, in
 * needs attention, to be copied or discarded; they are never sent anywhere else.
 */
export async function purge(tx: Tx, now: number): Promise<void> {
  const unsent = await tx.outbox.page();
  await tx.attention.put(unsent.map((entry) => needsAttention(entry, { code: "not_a_member" }, now)));
  for (const table of [tx.rows, tx.overlay, tx.outbox, tx.acked, tx.journal, tx.bodies]) await table.clear();
  await tx.meta.drop("cursor");
  await tx.meta.drop("offer");
  await tx.meta.drop("edits");
  await tx.meta.drop("older");
  await tx.meta.drop("uploads");
  await tx.meta.put("generation", ((await tx.meta.get("generation")) ?? 0) + 1);
}

/** Signed out with work unsent: the workspace's rows go and come back with the next sign-in; the work stays. */
export async function lock(tx: Tx): Promise<void> {
  await tx.rows.clear();
  await tx.overlay.clear();
  await tx.meta.drop("cursor");
  await tx.meta.drop("mark");
  await tx.meta.drop("edits");
  await tx.meta.drop("older");
  await dropBodies(tx, ({ doneAt }) => doneAt !== undefined);
  await tx.meta.put("generation", ((await tx.meta.get("generation")) ?? 0) + 1);
}
