import { pointerDatabase, readNote } from "./pointer.ts";

/** Keeps what is being typed, so that it survives leaving the screen, a reload and an update. */
export async function saveDraft(key: string, value: unknown): Promise<void> {
  const mine = await own(key);
  if (mine !== undefined) await pointerDatabase().draft.put(value, mine);
}

/** The draft under a key as it was saved, or undefined. */
export async function loadDraft<T>(key: string): Promise<T | undefined> {
  const mine = await own(key);
  return mine === undefined ? undefined : ((await pointerDatabase().draft.get(mine)) as T | undefined);
}

export async function dropDraft(key: string): Promise<void> {
  const mine = await own(key);
  if (mine !== undefined) await pointerDatabase().draft.delete(mine);
}

/** Drops every draft of a person on this phone. */
export async function dropDraftsOf(personId: string): Promise<void> {
  await pointerDatabase().draft.where(":id").startsWith(`${personId}/`).delete();
}

/** Drafts are a person's own: somebody else signing in on this phone never meets them. */
async function own(key: string): Promise<string | undefined> {
  const session = await readNote("session");
  return session && `${session.personId}/${session.workspaceId}/${key}`;
}
