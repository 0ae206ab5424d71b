import type { RoundEnd } from "../sync/exchange.ts";
import { flush } from "../sync/flush-only.ts";
import { createPhone } from "../sync/phone.ts";
import { databaseName, openDatabase } from "./db.ts";
import { readNote } from "./pointer.ts";
import { tell } from "./tabs.ts";
import { wipe } from "./wipe.ts";
import { createWorld, sleep } from "./world.ts";

/** A worker is given little time; what is left is sent by the page, or at the next event. */
const roundsAtMost = 20;

/**
 * Sends what waits in every workspace of the person signed in, from the service worker: on Background Sync and after a
 * push. The same outbox under the same lock as the page, which alone pulls and settles. True when nothing is left to
 * send; a Background Sync handler throws on false, so that the browser tries again.
 */
export async function flushInWorker(): Promise<boolean> {
  const pointer = await readNote("session");
  if (pointer === undefined || (await readNote("signOutOwed"))) return true;
  let allSent = true;
  for (const { id, memberId } of pointer.workspaces) {
    const who = { personId: pointer.personId, deviceId: pointer.deviceId, memberId, workspaceId: id };
    const db = await openDatabase(databaseName(who.personId, id), sleep);
    try {
      const phone = createPhone(createWorld(db), who);
      const end = await drain(() => flush(phone));
      if (end.end === "paused" && end.why === "revoked") {
        await wipe(who.personId);
        return true;
      }
      const { waiting, unsettled } = await db.read(async (tx) => ({
        waiting: await tx.outbox.count(),
        unsettled: await tx.meta.get("unsettled"),
      }));
      if (unsettled) tell("flushed");
      if (end.end !== "paused" && waiting > 0) allSent = false;
    } finally {
      db.close();
    }
  }
  return allSent;
}

async function drain(once: () => Promise<RoundEnd>): Promise<RoundEnd> {
  let end = await once();
  for (let n = 1; n < roundsAtMost && end.end === "done" && end.more; n += 1) end = await once();
  return end;
}
