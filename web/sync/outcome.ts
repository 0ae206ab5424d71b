import type { RejectionCode } from "../../shared/sync/codes.ts";
import type { MutationResult } from "../../shared/sync/protocol.ts";
import type { Sent } from "./flush.ts";
import type { AckedEntry, OutboxEntry, Tx } from "./storage.ts";
import { iso } from "./world.ts";

export interface Judged {
  accepted: AckedEntry[];
  rejected: { entry: OutboxEntry; result: MutationResult }[];
  /** The server says this is another person's work: whoever is signed in now is not its author. */
  foreign: boolean;
}

/** The moment of an answer on this phone, and fresh ids. */
export interface Fresh {
  now: number;
  newId: () => string;
}

/**
 * Takes each judged mutation out of the outbox: accepted ones go on to be covered by the cursor, refused ones to needs
 * attention with everything their author wrote. What has no result stays where it is. A phone that is told that another
 * one uses its device id, because its profile was copied, takes a new one.
 */
export async function takeResults(
  tx: Tx,
  sent: Sent,
  results: MutationResult[],
  { now, newId }: Fresh,
): Promise<Judged> {
  const judged: Judged = { accepted: [], rejected: [], foreign: false };
  const waiting = await tx.outbox.many(sent.batch.map((entry) => entry.seq));
  const byId = new Map(waiting.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
  for (const result of results) {
    if (result.flags?.includes("clone_suspected")) await tx.meta.put("deviceId", newId());
    const entry = byId.get(result.id);
    if (entry === undefined) continue;
    if (result.outcome === "applied") judged.accepted.push(accepted(entry, result));
    else if (result.code === "wrong_actor") judged.foreign = true;
    else judged.rejected.push({ entry, result });
  }
  const refused = judged.rejected.map(({ entry }) => entry.seq);
  await tx.outbox.drop([...judged.accepted.map((entry) => entry.seq), ...refused]);
  await tx.acked.put(judged.accepted);
  await tx.journal.drop(refused);
  await tx.attention.put(judged.rejected.map(({ entry, result }) => needsAttention(entry, result, now)));
  return judged;
}

/**
 * A server that turns out to have lost history judged these without what they stand on: what it lost has yet to be
 * given back to it. They are queued once more, as new mutations, because what became of the old ones is written down.
 */
export async function takeBack(tx: Tx, rejected: Judged["rejected"], newId: () => string): Promise<void> {
  const again = rejected.map(({ entry }) => ({ ...entry, id: newId(), healing: true as const }));
  await tx.attention.drop(rejected.map(({ entry }) => entry.id));
  await tx.outbox.put(again);
  await tx.journal.put(
    again.map(({ size: _1, reads: _2, writes: _3, into: _4, healing: _5, ...entry }) => entry),
  );
}

export function needsAttention(
  { id, name, args, at }: Pick<OutboxEntry, "id" | "name" | "args" | "at">,
  { code, field, message }: Pick<MutationResult, "code" | "field" | "message">,
  now: number,
) {
  return {
    id,
    name,
    args,
    at,
    code: code as RejectionCode,
    ...(field === undefined ? {} : { field }),
    ...(message === undefined ? {} : { message }),
    rejectedAt: iso(now),
  };
}

function accepted(entry: OutboxEntry, { revision }: MutationResult): AckedEntry {
  return revision === undefined ? entry : { ...entry, revision };
}
