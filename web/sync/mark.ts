import type { SyncResponse } from "../../shared/sync/protocol.ts";
import type { SyncMark, Tx } from "./storage.ts";

/** Notes for screens how sync stands. Writes only what is news, because every write wakes the screens that watch. */
export async function mark(tx: Tx, news: Partial<SyncMark>): Promise<void> {
  const before: SyncMark = (await tx.meta.get("mark")) ?? { phase: "idle" };
  const after = { ...before, ...news };
  if (JSON.stringify(before) !== JSON.stringify(after)) await tx.meta.put("mark", after);
}

const noticeable = 60_000;

/** What any answer tells. The phone's clock against the server's is rounded, so that the length of a round is no news. */
export function answered(
  { now: serverNow, retryAfter }: SyncResponse,
  sentAt: number,
  receivedAt: number,
): Pick<SyncMark, "phase" | "skewMs"> {
  const ms = (sentAt + receivedAt) / 2 - Date.parse(serverNow);
  return {
    phase: retryAfter === undefined ? "idle" : "retrying",
    skewMs: Math.round(ms / noticeable) * noticeable,
  };
}
