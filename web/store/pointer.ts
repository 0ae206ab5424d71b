import Dexie, { type Table } from "dexie";
import type { Role } from "../../shared/people/member.ts";

export interface WorkspaceRef {
  id: string;
  name: string;
  memberId: string;
  role: Role;
}

/** Who is signed in on this phone, known without asking anybody. */
export interface Pointer {
  personId: string;
  deviceId: string;
  workspaceId: string;
  workspaces: WorkspaceRef[];
}

interface Notes {
  session: Pointer;
  /** A sign-out made without network: the server is told at the next start, before anything else. */
  signOutOwed: boolean;
}

/** The small database beside the workspaces': the session pointer, and what is being typed. */
const open = () => {
  const db = new Dexie("northing", { chromeTransactionDurability: "strict" });
  db.version(1).stores({ note: "", draft: "" });
  db.on("versionchange", () => {
    db.close();
    return false;
  });
  return db as Dexie & { note: Table<unknown, string>; draft: Table<unknown, string> };
};
let opened: ReturnType<typeof open> | undefined;

/** The database itself, for drafts; opened on first use. */
export function pointerDatabase() {
  opened ??= open();
  return opened;
}

export async function readNote<K extends keyof Notes>(key: K): Promise<Notes[K] | undefined> {
  return (await pointerDatabase().note.get(key)) as Notes[K] | undefined;
}

export async function writeNote<K extends keyof Notes>(key: K, value: Notes[K]): Promise<void> {
  await pointerDatabase().note.put(value, key);
}

export async function dropNote(key: keyof Notes): Promise<void> {
  await pointerDatabase().note.delete(key);
}
