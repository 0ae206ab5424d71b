import type { Actor } from "../../shared/sync/mutation.ts";
import { rebase } from "./overlay.ts";
import type { AckedEntry, OutboxEntry, OverlayRow, Tx } from "./storage.ts";

/** What a round changed below the pending work. */
export interface Change {
  /** Entries that are pending no more, because the server's rows now hold their effect. */
  covered: OutboxEntry[];
  /** What screens showed, before the change, of rows that changed and of rows the covered entries wrote. */
  before: Map<string, Shown>;
  /** Pending work was refused, taken back or queued anew: all of it is replayed. */
  replay: boolean;
  /** The work that is pending after the change. */
  left: { acked: AckedEntry[]; outbox: OutboxEntry[] };
}

export interface Shown {
  parent: string;
  body: string | undefined;
}

/**
 * Brings the overlay up to date after a round. When nothing that the remaining work read has changed under it, its
 * effects stand as they are and only what is covered is taken away; otherwise all of it is replayed.
 */
export async function settle(tx: Tx, change: Change, who: Actor): Promise<void> {
  const { outbox } = change.left;
  const acked = change.left.acked.sort(byRevision);
  if (acked.length + outbox.length === 0)
    return void ((await tx.overlay.count()) > 0 && (await tx.overlay.clear()));
  const moved = change.replay || (await movedUnder(tx, change, [...acked, ...outbox]));
  if (moved) await rebase(tx, acked, outbox, who);
  else await uncover(tx, change.covered);
}

/** What screens show for these keys, to be compared once the server's rows have changed. */
export async function shown(tx: Tx, keys: string[]): Promise<Map<string, Shown>> {
  const [over, rows] = [await tx.overlay.many(keys), await tx.rows.many(keys)];
  return new Map(
    keys.map((key, i) => {
      const row = over[i] ?? rows[i];
      return [key, { parent: row?.parent ?? "", body: textOf(row?.body) }];
    }),
  );
}

/** The keys whose change could disturb pending work: those it read, by key or in a list. */
export function watched(entries: OutboxEntry[]): Set<string> {
  return new Set(entries.flatMap((entry) => entry.reads));
}

async function movedUnder(tx: Tx, change: Change, pending: OutboxEntry[]): Promise<boolean> {
  const reads = watched(pending);
  const keys = [...change.before.keys()];
  const rows = await tx.rows.many(keys);
  return keys.some((key, i) => {
    const was = change.before.get(key)!;
    const row = rows[i];
    if (textOf(row?.body) === was.body) return false;
    return reads.has(key) || reads.has(was.parent) || (row !== undefined && reads.has(row.parent));
  });
}

/** Takes covered work off the overlay; a row somebody else still has pending work on keeps that. */
async function uncover(tx: Tx, covered: OutboxEntry[]): Promise<void> {
  if (covered.length === 0) return;
  const gone = new Set(covered.map((entry) => entry.id));
  const keys = [...new Set(covered.flatMap((entry) => entry.writes))];
  const over = (await tx.overlay.many(keys)).filter((row): row is OverlayRow => row !== undefined);
  const left = over.map((row) => ({ ...row, by: row.by.filter((id) => !gone.has(id)) }));
  const bare = left.filter((row) => row.by.length === 0);
  const kept = left.filter((row) => row.by.length > 0);
  if (bare.length > 0) await tx.overlay.drop(bare.map((row) => row.key));
  if (kept.length === 0) return;
  const base = await tx.rows.many(kept.map((row) => row.key));
  await tx.overlay.put(kept.map((row, i) => ({ ...row, revision: base[i]?.revision ?? row.revision })));
}

function textOf(body: object | null | undefined): string | undefined {
  return body ? JSON.stringify(body) : undefined;
}

function byRevision(a: AckedEntry, b: AckedEntry): number {
  return (a.revision ?? Number.MAX_SAFE_INTEGER) - (b.revision ?? Number.MAX_SAFE_INTEGER) || a.seq - b.seq;
}
