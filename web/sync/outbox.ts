import type { RejectionCode } from "../../shared/sync/codes.ts";
import { roundLimits } from "../../shared/sync/limits.ts";
import type { Tombstone, Write } from "../../shared/sync/mutation.ts";
import { createRowCache } from "../../shared/sync/rows.ts";
import { definition, learn } from "./definitions.ts";
import { envelope } from "./flush.ts";
import { lay, writtenBy } from "./overlay.ts";
import { judge } from "./rules.ts";
import type { AttentionEntry, JournalEntry, OutboxEntry, OverlayRow, Tx } from "./storage.ts";
import { keyOf, viewOne, viewUnder } from "./view.ts";
import { type Identity, iso, newId, type World } from "./world.ts";

export type Recorded =
  | { saved: true; mutationId: string }
  | { saved: false; code: RejectionCode; field?: string };

/**
 * Does a mutation on this phone: the rule over what screens show, then outbox, overlay and journal in one durable
 * transaction. A refusal stores nothing. `instead` is an item of needs attention that leaves in the same transaction.
 */
export async function record(
  world: World,
  who: Identity,
  name: string,
  args: Record<string, unknown>,
  instead?: AttentionEntry["id"],
): Promise<Recorded> {
  await learn([name]);
  const rule = definition(name);
  if (rule === undefined) return { saved: false, code: "unknown_mutation" };
  const mutationId = newId(world);
  const at = iso(world.now());

  return world.storage.write(async (tx): Promise<Recorded> => {
    const seq = ((await tx.meta.get("seq")) ?? 0) + 1;
    // Storage that lost its connection runs this again, perhaps after it had committed.
    if ((await tx.journal.get(seq - 1))?.id === mutationId) return { saved: true, mutationId };
    const reads = new Set<string>();
    const context = { who, when: { at, receivedAt: at } };
    const source = { one: (key: string) => viewOne(tx, key), under: (place: string) => viewUnder(tx, place) };
    const verdict = await judge(rule, args, context, createRowCache(), source, reads);
    if ("refused" in verdict)
      return { saved: false, code: verdict.refused, ...(verdict.field ? { field: verdict.field } : {}) };

    const laid = await layAll(tx, verdict.writes, mutationId);
    const base = Math.max(0, ...laid.map((row) => row.revision));
    const entry: JournalEntry = {
      seq,
      id: mutationId,
      name,
      args,
      at,
      ...(base > 0 ? { baseRevision: base } : {}),
    };
    const size = bytes(JSON.stringify(envelope(entry)));
    if (size > roundLimits.bytes / 4) return { saved: false, code: "invalid_arguments" };

    const queued: OutboxEntry = { ...entry, size, reads: [...reads], ...writtenBy(laid) };
    await tx.outbox.put([queued]);
    await tx.journal.put([entry]);
    await tx.overlay.put(laid);
    await tx.meta.put("seq", seq);
    if (instead !== undefined) await tx.attention.drop([instead]);
    return { saved: true, mutationId };
  });
}

async function layAll(tx: Tx, writes: (Write | Tombstone)[], mutationId: string): Promise<OverlayRow[]> {
  const keys = writes.map((write) => keyOf(write.kind, write.id));
  const [base, before] = [await tx.rows.many(keys), await tx.overlay.many(keys)];
  const laid = new Map<string, OverlayRow>();
  for (const [i, write] of writes.entries())
    laid.set(keys[i]!, lay(write, mutationId, base[i], laid.get(keys[i]!) ?? before[i]));
  return [...laid.values()];
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
