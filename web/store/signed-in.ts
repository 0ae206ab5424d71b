import { follow } from "../api-client.ts";
import type { Wake } from "../sync/engine.ts";
import { mark } from "../sync/mark.ts";
import type { Pause } from "../sync/storage.ts";
import { whenRead } from "./first-read.ts";
import { isVisible } from "./lifecycle.ts";
import { unsentWas } from "./marker.ts";
import { closePhone, type OpenPhone, openPhone } from "./phones.ts";
import { type Pointer, writeNote } from "./pointer.ts";
import { aloneInBrowser, createPokes } from "./poke.ts";
import { tell } from "./tabs.ts";
import { wipe } from "./wipe.ts";
import { sleep } from "./world.ts";

/** `notice` says why somebody who was signed in is not: revoked elsewhere, or this browser erased its data. */
export type Session =
  | { state: "loading" }
  | { state: "signed-out"; notice?: "revoked" | "erased"; lost?: number; kept?: number }
  | ({
      state: "signed-in";
      memberId: string;
      /** This browser erased the phone's data; so many unsent items were in it. */
      erased?: number;
    } & Pointer);

let current: Session = { state: "loading" };
let phones = new Map<string, OpenPhone>();
const listeners = new Set<() => void>();

const pokes = createPokes({
  follow: (heard, signal) => {
    const workspace = current.state === "signed-in" ? current.workspaceId : "";
    return follow(`/api/live?workspace=${workspace}`, heard, signal);
  },
  onPoke: () => wakeAll("poke"),
  alone: aloneInBrowser,
  sleep,
  random: Math.random,
});

export const session = () => current;
export const openPhones = () => [...phones.values()];

/** The workspace on screen; undefined until somebody is signed in. */
export function currentPhone(): OpenPhone | undefined {
  return current.state === "signed-in" ? phones.get(current.workspaceId) : undefined;
}

export function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export function wakeAll(why: Wake): void {
  for (const phone of phones.values()) phone.engine.wake(why);
  if (why === "visible") pokes.resume();
  if (why === "hidden") pokes.pause();
}

/**
 * Makes this person the one signed in: note, databases, engines. Whoever was before stays locked in their own
 * databases, with what they had not sent. `noted`: the note says so already, and other tabs know.
 */
export async function signIn(pointer: Pointer, { erased, noted }: { erased?: number; noted?: boolean } = {}) {
  if (!noted) await writeNote("session", pointer);
  const before = phones;
  const opened = new Map<string, OpenPhone>();
  for (const workspace of pointer.workspaces) {
    const open = before.get(workspace.id);
    const same = open?.who.personId === pointer.personId && open.who.deviceId === pointer.deviceId;
    opened.set(workspace.id, same ? open : await openPhone(pointer, workspace, onPause));
  }
  phones = opened;
  for (const [id, phone] of before) if (opened.get(id) !== phone) closePhone(phone);
  const memberId = pointer.workspaces.find((one) => one.id === pointer.workspaceId)?.memberId ?? "";
  show({ state: "signed-in", memberId, ...pointer, ...(erased === undefined ? {} : { erased }) });
  if (!noted) tell("signed in");
  // A round writes, and what is read meanwhile waits for it: the screen that everything is here for comes first.
  else await whenRead();
  if (phones !== opened) return;
  for (const phone of opened.values()) phone.engine.start();
  // The stream is of one workspace, and this may be another one.
  pokes.pause();
  wakeAll(isVisible() ? "visible" : "hidden");
  for (const phone of opened.values()) await notePersisted(phone).catch(() => {});
}

/** Nobody is signed in any more on this phone. */
export function leave(notice: Omit<Extract<Session, { state: "signed-out" }>, "state">, quiet = false): void {
  pokes.pause();
  for (const phone of phones.values()) closePhone(phone);
  phones = new Map();
  show({ state: "signed-out", ...notice });
  if (!quiet) tell("signed out");
}

/** A stolen phone: everything of the person goes, what was unsent too. */
export async function revoked(personId: string): Promise<void> {
  leave({ notice: "revoked" });
  await wipe(personId);
}

/** Asks the browser, once there is something to lose, not to evict what is here. */
export async function askToPersist(phone: OpenPhone): Promise<void> {
  // A worker can ask whether, but not for it.
  const storage = navigator.storage as { persist?(): Promise<boolean> } | undefined;
  await storage?.persist?.();
  await notePersisted(phone);
}

async function notePersisted({ db }: OpenPhone): Promise<void> {
  const persisted = await navigator.storage?.persisted?.();
  if (persisted !== undefined) await db.write((tx) => mark(tx, { persisted }));
}

/** Keeps the note outside IndexedDB in step, by which an eviction is told. */
export function noteUnsent(phone: OpenPhone, unsent: number): void {
  unsentWas({ deviceId: phone.who.deviceId, personId: phone.who.personId, unsent });
}

function onPause(phone: OpenPhone, why: Pause): void {
  if (why === "revoked") revoked(phone.who.personId).catch((error: unknown) => console.error(error));
}

function show(next: Session): void {
  current = next;
  for (const changed of listeners) changed();
}
