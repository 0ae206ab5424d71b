import { ApiError, call } from "../api-client.ts";
import { watchLifecycle } from "./lifecycle.ts";
import { readMarker } from "./marker.ts";
import { dropNote, type Pointer, readNote, type WorkspaceRef } from "./pointer.ts";
import { leave, revoked, session, signIn, wakeAll } from "./signed-in.ts";
import { hear } from "./tabs.ts";

interface Me {
  person: { id: string };
  device: { id: string };
  workspaces: WorkspaceRef[];
}

let started: Promise<void> | undefined;

/** Reads who is signed in and starts syncing, once. Resolves when the session is known and its first screen read. */
export function start(): Promise<void> {
  started ??= boot().catch((error: unknown) => {
    // Storage that cannot be opened at all, as in some private windows: nobody can be signed in here.
    console.error(error);
    leave({}, true);
  });
  return started;
}

async function boot(): Promise<void> {
  watchLifecycle(wakeAll);
  hear((news) => {
    // The worker has sent what waited; what came of it is for a page to settle.
    if (news === "flushed") wakeAll("poke");
    else void reread().catch((error: unknown) => console.error(error));
  });
  const [owed, pointer] = await Promise.all([readNote("signOutOwed"), readNote("session")]);
  if (owed) await paySignOut();
  if (pointer === undefined) return recover();
  await signIn(pointer, { noted: true });
  void refresh(pointer);
}

async function reread(): Promise<void> {
  const pointer = await readNote("session");
  if (pointer) await signIn(pointer, { noted: true });
  else if (session().state === "signed-in") leave({}, true);
}

/** The server learns now of a sign-out made without network. Until it has, this browser's cookie is not used. */
async function paySignOut(): Promise<void> {
  try {
    await call("POST", "/api/sign-out", {});
    await dropNote("signOutOwed");
  } catch {
    // Still no network; owed until the next start.
  }
}

/** No note here: either nobody ever signed in, or the browser erased it while the cookie lives on. */
async function recover(): Promise<void> {
  const marker = readMarker();
  const lost = marker?.unsent ?? 0;
  const me = (await readNote("signOutOwed")) ? undefined : await askMe().catch(() => undefined);
  if (me?.workspaces[0]) await signIn(pointerOf(me), marker ? { erased: lost } : {});
  else leave(marker ? { notice: "erased", lost } : {}, true);
}

/** Who the server says is signed in. Throws ApiError. */
export const askMe = () => call<Me>("GET", "/api/me");

export function pointerOf(
  { person, device, workspaces }: Me,
  workspaceId = workspaces[0]?.id ?? "",
): Pointer {
  return { personId: person.id, deviceId: device.id, workspaceId, workspaces };
}

/** Names, roles and further workspaces may have changed since the note was written. */
async function refresh(pointer: Pointer): Promise<void> {
  try {
    const me = await askMe();
    const now = session();
    if (now.state !== "signed-in" || me.person.id !== now.personId) return;
    // One the server does not name any more stays until its own round has said why.
    const gone = pointer.workspaces.filter((one) => !me.workspaces.some((found) => found.id === one.id));
    const workspaces = [...me.workspaces, ...gone];
    const fresh = pointerOf({ ...me, workspaces }, now.workspaceId);
    if (JSON.stringify(fresh) !== JSON.stringify(pointer)) await signIn(fresh);
  } catch (error) {
    if (error instanceof ApiError && error.code === "device_revoked") await revoked(pointer.personId);
  }
}
