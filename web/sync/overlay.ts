import type { Actor, Tombstone, Write } from "../../shared/sync/mutation.ts";
import { createRowCache } from "../../shared/sync/rows.ts";
import { definition } from "./definitions.ts";
import { placesOf } from "./places.ts";
import { fill, judge } from "./rules.ts";
import type { AckedEntry, OutboxEntry, OverlayRow, StoredRow, Tx } from "./storage.ts";
import { idOf, keyOf, kindOf } from "./view.ts";

/** Lays one write of a mutation over what is there: the server's row, if any, and earlier pending work. */
export function lay(
  write: Write | Tombstone,
  mutationId: string,
  base: StoredRow | undefined,
  before: OverlayRow | undefined,
): OverlayRow {
  const body = "body" in write ? write.body : null;
  const shown = body ?? before?.body ?? base?.body;
  const at = shown ? placesOf(write.kind, shown) : { parent: keyOf(write.kind, "") };
  const places = [at, base, ...(before ? [before] : [])].flatMap((one) => [one?.parent, one?.cycle]);
  return {
    key: keyOf(write.kind, write.id),
    ...at,
    revision: base?.revision ?? 0,
    body,
    by: [...(before?.by ?? []), mutationId],
    places: [...new Set([...places, ...(before?.places ?? [])])].filter((one) => one !== undefined),
  };
}

/** What later mutations may stand on: the rows one wrote, and the lists they are in. */
export function writtenBy(laid: OverlayRow[]): Pick<OutboxEntry, "writes" | "into"> {
  const each = (of: (row: OverlayRow) => string) => [...new Set(laid.map(of))];
  return { writes: each((row) => row.key), into: each((row) => row.parent) };
}

/**
 * Rebase: the overlay made anew from the server's rows and the pending work, accepted first, in order. Arguments are
 * replayed, not differences. Writes only what changed, so that screens whose rows stayed do not read again.
 */
export async function rebase(tx: Tx, acked: AckedEntry[], outbox: OutboxEntry[], who: Actor): Promise<void> {
  const pending = [...acked, ...outbox];
  const rerun = new Set<OutboxEntry>();
  const cache = createRowCache();
  const keys = [...new Set(pending.flatMap((entry) => entry.reads))];
  const loaded = await tx.rows.many(keys);
  for (const [i, row] of loaded.entries())
    if (row) fill(cache, { kind: kindOf(row.key), id: idOf(keys[i]!) }, [row]);

  const source = { one: (key: string) => tx.rows.get(key), under: (place: string) => tx.rows.under(place) };
  const base = new Map<string, StoredRow | undefined>();
  const made = new Map<string, OverlayRow>();
  for (const entry of pending) {
    const { writes, reads } = await replay(entry);
    const missing = writes.map((write) => keyOf(write.kind, write.id)).filter((key) => !base.has(key));
    if (missing.length > 0)
      for (const [i, row] of (await tx.rows.many(missing)).entries()) base.set(missing[i]!, row);
    const laid: OverlayRow[] = [];
    for (const write of writes) {
      const key = keyOf(write.kind, write.id);
      const row = lay(write, entry.id, base.get(key), made.get(key));
      made.set(key, row);
      laid.push(row);
      cache.write(write);
    }
    if (note(entry, { reads: [...reads], ...writtenBy(laid) })) rerun.add(entry);
  }
  await tx.acked.put(acked.filter((entry) => rerun.has(entry)));
  await tx.outbox.put(outbox.filter((entry) => rerun.has(entry)));
  await replaceOverlay(tx, made);

  async function replay(entry: OutboxEntry): Promise<{ writes: (Write | Tombstone)[]; reads: Set<string> }> {
    const reads = new Set<string>();
    const rule = definition(entry.name);
    if (rule === undefined) return { writes: [], reads };
    const when = { at: entry.at, receivedAt: entry.at, ...(entry.healing ? { healing: true } : {}) };
    const verdict = await judge(rule, entry.args, { who, when }, cache, source, reads);
    return { writes: "writes" in verdict ? verdict.writes : [], reads };
  }
}

/** Notes what an entry's rule read and wrote this time. True when that is news. */
function note(entry: OutboxEntry, now: Pick<OutboxEntry, "reads" | "writes" | "into">): boolean {
  const { reads, writes, into } = entry;
  if (JSON.stringify({ reads, writes, into }) === JSON.stringify(now)) return false;
  Object.assign(entry, now);
  return true;
}

async function replaceOverlay(tx: Tx, made: Map<string, OverlayRow>): Promise<void> {
  const before = new Map((await tx.overlay.page()).map((row) => [row.key, JSON.stringify(row)]));
  const put = [...made.values()].filter((row) => before.get(row.key) !== JSON.stringify(row));
  const drop = [...before.keys()].filter((key) => !made.has(key));
  if (put.length > 0) await tx.overlay.put(put);
  if (drop.length > 0) await tx.overlay.drop(drop);
}
