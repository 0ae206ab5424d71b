import type { Cursor, SyncResponse, WireRow } from "../../shared/sync/protocol.ts";
import { placesOf } from "./places.ts";
import { shown } from "./settle.ts";
import type { AckedEntry, JournalEntry, OutboxEntry, StoredRow, Tx } from "./storage.ts";
import { keyOf } from "./view.ts";

const hour = 3_600_000;
/** More resets than this within an hour, and pulling stops until they have grown old; flushing goes on. */
export const resetsAnHour = 3;

export function sameCursor(a: Cursor | null | undefined, b: Cursor | null | undefined): boolean {
  return a?.epoch === b?.epoch && a?.revision === b?.revision && a?.tag === b?.tag;
}

/**
 * The next page of the server's rows, put under the pending work. False when the page does not follow what lies
 * here: another tab was faster, or a lagging replica answered. Nothing is lost, the next round asks again.
 */
export async function putPage(tx: Tx, asked: Cursor | null, answer: SyncResponse): Promise<boolean> {
  const current = (await tx.meta.get("cursor")) ?? null;
  if (!sameCursor(current, asked)) return false;
  if (current && (answer.cursor.epoch !== current.epoch || answer.cursor.revision < current.revision))
    return false;
  await putRows(tx, answer.rows);
  await tx.meta.put("cursor", answer.cursor);
  return true;
}

/** What screens show of the rows a page changes that pending work has read, before they change. */
export async function shownBefore(tx: Tx, rows: WireRow[], reads: Set<string>, keys: string[]) {
  const touched = rows
    .map((row) => ({ key: keyOf(row.kind, row.id), row }))
    .filter(({ key, row }) => {
      if (reads.has(key) || row.body === undefined) return true;
      return reads.has(placesOf(row.kind, row.body).parent);
    });
  return shown(tx, [...new Set([...touched.map(({ key }) => key), ...keys])]);
}

/**
 * The phone's history is not the server's. Its rows go; its work stays: what was accepted is queued again under its
 * own ids, and the journal will be offered. False when this happens too often to be a restore.
 */
export async function reset(
  tx: Tx,
  answer: SyncResponse,
  acked: AckedEntry[],
  now: number,
): Promise<boolean> {
  const recent = ((await tx.meta.get("resets")) ?? []).filter((at) => Math.abs(now - at) < hour);
  if (recent.length >= resetsAnHour) return false;
  await tx.meta.put("resets", [...recent, now]);
  await tx.meta.put("generation", ((await tx.meta.get("generation")) ?? 0) + 1);
  await tx.meta.put("offer", { after: 0 });
  await requeue(tx, acked);
  await tx.acked.drop(acked.map((entry) => entry.seq));
  await tx.rows.clear();
  await tx.meta.drop("older");
  await putRows(tx, answer.rows);
  await tx.meta.put("cursor", answer.cursor);
  return true;
}

/** Queues work again that the server had accepted and has lost: same ids, same order, judged at its own moment. */
export async function requeue(tx: Tx, entries: (JournalEntry & Partial<AckedEntry>)[]): Promise<void> {
  const queued = await tx.outbox.many(entries.map((entry) => entry.seq));
  const lost = entries.filter((_entry, i) => queued[i] === undefined);
  await tx.outbox.put(lost.map(again));
}

/** What its rule reads and writes is found by the rebase that follows. */
function again({ revision: _revision, ...entry }: JournalEntry & Partial<AckedEntry>): OutboxEntry {
  const size = 3 * JSON.stringify(entry).length;
  return { size, reads: [], writes: [], into: [], ...entry, healing: true };
}

async function putRows(tx: Tx, rows: WireRow[]): Promise<void> {
  const put: StoredRow[] = [];
  const drop: string[] = [];
  for (const { kind, id, revision, deleted, body } of rows) {
    const key = keyOf(kind, id);
    if (deleted || body === undefined) drop.push(key);
    else put.push({ key, ...placesOf(kind, body), revision, body });
  }
  if (put.length > 0) await tx.rows.put(put);
  if (drop.length > 0) await tx.rows.drop(drop);
}
