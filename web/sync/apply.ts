import type { Actor } from "../../shared/sync/mutation.ts";
import type { Cursor, SyncResponse } from "../../shared/sync/protocol.ts";
import { mustKnow } from "./definitions.ts";
import { compareEdits } from "./edits.ts";
import type { Taken } from "./exchange.ts";
import type { Sent } from "./flush.ts";
import { type Fresh, type Judged, takeBack, takeResults } from "./outcome.ts";
import { putPage, requeue, reset, sameCursor, shownBefore } from "./pull.ts";
import { settle, watched } from "./settle.ts";
import type { AckedEntry, JournalEntry, OutboxEntry, Tx } from "./storage.ts";
import { takeUnsettled } from "./unsettled.ts";
import { keyOf } from "./view.ts";

export interface Applied extends Taken {
  /** The server's history changed too often within an hour; its rows were not taken. */
  resetRefused: boolean;
}

/**
 * Stores one answer: results, rows and cursor together, then the overlay on top of them (shared/sync/README.md, "Round"
 * step 2). With `resultsOnly` the page is left out, for a phone whose storage is full. Throws Unlearnt.
 */
export async function apply(
  tx: Tx,
  sent: Sent,
  answer: SyncResponse,
  who: Actor,
  fresh: Fresh,
  resultsOnly = false,
): Promise<Applied> {
  if (((await tx.meta.get("generation")) ?? 0) !== sent.generation) return unused;
  const { acked: ackedBefore, outbox: outboxBefore } = await readPending(tx);
  const pending = [...ackedBefore, ...outboxBefore];
  mustKnow(pending.map((entry) => entry.name));

  const before = await shownBefore(
    tx,
    pending.length === 0 ? [] : answer.rows,
    watched(pending),
    [...ackedBefore, ...sent.batch].flatMap((entry) => entry.writes),
  );
  const { now, newId } = fresh;
  const left = await takeUnsettled(tx);
  const judged = await takeResults(tx, sent, answer.results, fresh);
  const noted = [...(left ?? []), ...judged.accepted];

  const wasReset = answer.reset !== undefined && !resultsOnly && (await reset(tx, answer, ackedBefore, now));
  if (wasReset) await takeBack(tx, judged.rejected, newId);
  const resetRefused = answer.reset !== undefined && !wasReset && !resultsOnly;
  const paged = answer.reset === undefined && !resultsOnly && (await putPage(tx, sent.cursor, answer));
  const arrived = paged ? answer.rows.map((row) => keyOf(row.kind, row.id)) : [];
  await compareEdits(tx, { accepted: noted, arrived, gone: wasReset }, now);
  const healed = !wasReset && (await takeWanted(tx, sent, answer));
  const complete = (paged || wasReset) && !answer.more;
  const covered = await dropCovered(tx, judged.accepted, complete);
  const waited = wasReset ? [] : await dropCovered(tx, ackedBefore, complete);
  const doubtful = await unproved(tx, waited);
  await requeue(tx, doubtful);

  const requeued = wasReset || healed || doubtful.length > 0;
  const replay =
    left !== undefined || requeued || judged.rejected.length > 0 || overtook(judged, outboxBefore);
  const gone = new Set([...covered, ...waited].map((entry) => entry.seq));
  const acked = [...ackedBefore, ...judged.accepted].filter((entry) => !gone.has(entry.seq));
  const pendingNow = requeued
    ? await readPending(tx)
    : { acked, outbox: outboxBefore.filter(stillThere(judged)) };
  await settle(tx, { covered: [...covered, ...waited], before, replay, left: pendingNow }, who);
  const moved = wasReset || sent.offered !== undefined || (paged && !sameCursor(sent.cursor, answer.cursor));
  const progress = moved || judged.accepted.length + judged.rejected.length > 0;
  const more = (await tx.meta.get("offer")) !== undefined || (answer.more && !resetRefused);
  return { foreign: judged.foreign, stale: false, resetRefused, progress, more };
}

const unused: Applied = { foreign: false, stale: true, resetRefused: false, progress: false, more: false };

/**
 * Settles what the worker has left, from what is here: the overlay is made anew, without what was refused, and what the
 * accepted work set is kept. Throws Unlearnt.
 */
export async function settleLeft(tx: Tx, who: Actor, now: number): Promise<void> {
  if ((await tx.meta.get("unsettled")) === undefined) return;
  const { acked, outbox } = await readPending(tx);
  mustKnow([...acked, ...outbox].map((entry) => entry.name));
  await compareEdits(tx, { accepted: (await takeUnsettled(tx)) ?? [], arrived: [], gone: false }, now);
  const cursor = await tx.meta.get("cursor");
  // What the rows hold already must not be done to them once more.
  const left = { acked: acked.filter((entry) => !isCovered(entry, cursor)), outbox };
  await settle(tx, { covered: [], before: new Map(), replay: true, left }, who);
}

/** Queues again what the server lost of the journal it was offered. True when there was any. */
async function takeWanted(tx: Tx, sent: Sent, answer: SyncResponse): Promise<boolean> {
  if (sent.offered === undefined || (answer.wanted === undefined && answer.retryAfter !== undefined))
    return false;
  const { entries, last } = sent.offered;
  const wanted = new Set(answer.wanted);
  const seqs = entries.filter((entry) => wanted.has(entry.id)).map((entry) => entry.seq);
  const lost = (await tx.journal.many(seqs)).filter((entry): entry is JournalEntry => entry !== undefined);
  await requeue(tx, lost);
  if (last) await tx.meta.drop("offer");
  else await tx.meta.put("offer", { after: entries.at(-1)!.seq });
  return lost.length > 0;
}

/** Accepted work stays in sight until the cursor covers its revision, so that its effect never flickers away. */
async function dropCovered(tx: Tx, acked: AckedEntry[], complete: boolean) {
  const cursor: Cursor | undefined = await tx.meta.get("cursor");
  const covered = acked.filter((entry) =>
    entry.revision === undefined ? complete : isCovered(entry, cursor),
  );
  await tx.acked.drop(covered.map((entry) => entry.seq));
  return covered;
}

function isCovered({ revision }: AckedEntry, cursor: Cursor | undefined): boolean {
  return revision !== undefined && cursor !== undefined && revision <= cursor.revision;
}

/**
 * Covered entries of which the server's rows show nothing. A server put back by copying an old file, and since then
 * past the phone's cursor again, has lost them and cannot be told by the cursor; they are sent once more. For one that
 * merely had no effect, the answer is the one it had before.
 */
async function unproved(tx: Tx, waited: AckedEntry[]): Promise<AckedEntry[]> {
  const doubtful: AckedEntry[] = [];
  for (const entry of waited) {
    const rows = await tx.rows.many(entry.writes);
    const shows = rows.some((row) => row !== undefined && row.revision >= (entry.revision ?? 0));
    if (!shows && !entry.asked) doubtful.push({ ...entry, asked: true });
  }
  return doubtful;
}

/** Accepted work is replayed first, so work that went ahead of older work changes the order of replay. */
function overtook(judged: Judged, outbox: OutboxEntry[]): boolean {
  const oldest = outbox.find(stillThere(judged));
  return oldest !== undefined && judged.accepted.some((entry) => entry.seq > oldest.seq);
}

/** Tells the entries that an answer left in the outbox. */
function stillThere({ accepted, rejected }: Judged): (entry: OutboxEntry) => boolean {
  const gone = new Set([...accepted, ...rejected.map(({ entry }) => entry)].map((entry) => entry.seq));
  return (entry) => !gone.has(entry.seq);
}

async function readPending(tx: Tx): Promise<{ acked: AckedEntry[]; outbox: OutboxEntry[] }> {
  return { acked: await tx.acked.page(), outbox: await tx.outbox.page() };
}
