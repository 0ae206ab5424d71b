import { isUuid } from "../../shared/sync/uuid.ts";
import type { OutboxEntry, Tx } from "./storage.ts";
import { iso } from "./world.ts";

/**
 * Reads the outbox as any build may have left it. What an older build did not store is filled in; an entry that
 * cannot be sent as a mutation goes to needs attention as it lay there, so that it is seen and stops nothing. Answers
 * the entries that can be sent, in order.
 */
export async function sift(tx: Tx, now: number): Promise<OutboxEntry[]> {
  const sound: OutboxEntry[] = [];
  for (const entry of await tx.outbox.page()) {
    if (!isMutation(entry)) {
      await setAside(tx, entry, now);
      continue;
    }
    const whole = [entry.reads, entry.writes, entry.into].every(Array.isArray) && entry.size > 0;
    sound.push(whole ? entry : completed(entry));
    if (!whole) await tx.outbox.put([completed(entry)]);
  }
  return sound;
}

/** Whether the server can answer to it by its id; whatever else may be wrong with it is the server's to say. */
function isMutation({ seq, id, name, args, at }: Partial<OutboxEntry>): boolean {
  const named = isUuid(id) && typeof name === "string" && typeof at === "string";
  return named && Number.isSafeInteger(seq) && typeof args === "object" && args !== null;
}

function completed(entry: OutboxEntry): OutboxEntry {
  return { ...entry, reads: [], writes: [], into: [], size: 3 * JSON.stringify(entry).length };
}

async function setAside(tx: Tx, entry: Partial<OutboxEntry> & { seq: number }, now: number): Promise<void> {
  await tx.outbox.drop([entry.seq]);
  await tx.attention.put([
    {
      id: typeof entry.id === "string" ? entry.id : `undecodable-${entry.seq}`,
      name: String(entry.name),
      args: typeof entry.args === "object" && entry.args !== null ? entry.args : {},
      at: typeof entry.at === "string" ? entry.at : iso(now),
      code: "undecodable",
      rejectedAt: iso(now),
      raw: entry,
    },
  ]);
}
