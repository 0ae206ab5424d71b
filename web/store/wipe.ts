import { Dexie } from "dexie";
import { databaseName } from "./db.ts";
import { dropDraftsOf } from "./draft.ts";
import { dropMarker } from "./marker.ts";
import { dropNote, readNote } from "./pointer.ts";

/** Deletes everything of a person on this phone: every workspace, what was typed, and who they were. */
export async function wipe(personId: string): Promise<void> {
  for (const name of await Dexie.getDatabaseNames())
    if (name.startsWith(databaseName(personId, ""))) await Dexie.delete(name);
  await dropDraftsOf(personId);
  if ((await readNote("session"))?.personId !== personId) return;
  await dropNote("session");
  dropMarker();
}
