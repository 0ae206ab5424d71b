import { call } from "../api-client.ts";
import { lock } from "../sync/leave.ts";
import { dropDraftsOf } from "./draft.ts";
import { dropMarker } from "./marker.ts";
import { unsentOn } from "./phones.ts";
import { dropNote, writeNote } from "./pointer.ts";
import { leave, openPhones, session } from "./signed-in.ts";
import { sleep } from "./world.ts";

const lastFlush = 10_000;

/** Items of outbox and needs attention, of every workspace of this person on this phone. */
export async function unsentCount(): Promise<number> {
  const counts = await Promise.all(openPhones().map(unsentOn));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Signs out after a last flush of at most ten seconds. What is still unsent stays locked on this phone for the same
 * person, unless `discard`; everything else of theirs is deleted. Works without network. Answers how much was kept.
 */
export async function signOut({ discard }: { discard: boolean }): Promise<{ kept: number }> {
  const was = session();
  if (was.state !== "signed-in") return { kept: 0 };
  const phones = openPhones();
  if (!discard && (await unsentCount()) > 0)
    await Promise.race([Promise.all(phones.map((phone) => phone.engine.settled())), sleep(lastFlush)]);

  // Owed first: if the page dies here, the next start still ends the auth session before anything else.
  await writeNote("signOutOwed", true);
  let kept = 0;
  for (const phone of phones) {
    phone.engine.stop();
    const unsent = discard ? 0 : await unsentOn(phone);
    kept += unsent;
    if (unsent === 0) await phone.db.destroy();
    else await phone.db.write(lock);
  }
  if (kept === 0) await dropDraftsOf(was.personId);
  await dropNote("session");
  dropMarker();
  leave(kept > 0 ? { kept } : {});
  await call("POST", "/api/sign-out", {}).then(
    () => dropNote("signOutOwed"),
    () => {},
  );
  return { kept };
}
