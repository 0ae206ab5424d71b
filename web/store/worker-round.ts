import { createPhone } from "../sync/engine.ts";
import { type RoundEnd, round } from "../sync/round.ts";
import { databaseName, openDatabase } from "./db.ts";
import { readNote } from "./pointer.ts";
import { wipe } from "./wipe.ts";
import { createWorld, sleep } from "./world.ts";

/** A worker is given little time; what is left is sent by the page, or at the next event. */
const roundsAtMost = 20;

/**
 * Syncs every workspace of the person signed in, from the service worker: on Background Sync and after a push. The
 * same engine on the same outbox under the same lock as the page. True when nothing is left to send; a Background
 * Sync handler throws on false, so that the browser tries again.
 */
export async function syncInWorker(): Promise<boolean> {
  const pointer = await readNote("session");
  if (pointer === undefined || (await readNote("signOutOwed"))) return true;
  let allSent = true;
  for (const { id, memberId } of pointer.workspaces) {
    const who = { personId: pointer.personId, deviceId: pointer.deviceId, memberId, workspaceId: id };
    const db = await openDatabase(databaseName(who.personId, id), sleep);
    try {
      const phone = createPhone(createWorld(db), who);
      const end = await drain(() => round(phone));
      if (end.end === "paused" && end.why === "revoked") {
        await wipe(who.personId);
        return true;
      }
      if (end.end !== "paused" && (await db.read((tx) => tx.outbox.count())) > 0) allSent = false;
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
