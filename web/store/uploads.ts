import { liveQuery } from "dexie";
import type { Attachment } from "../../shared/attachments/attachment.ts";
import { request, toldBy } from "../api-client.ts";
import { dropBodies, longestPause, noteUpload, stillComing, uploadsOf, verdictOn } from "../sync/bodies.ts";
import type { Tx } from "../sync/storage.ts";
import { keyOf } from "../sync/view.ts";
import { dropOldest } from "./kept-files.ts";
import type { OpenPhone } from "./phones.ts";
import { openPhones, subscribe } from "./signed-in.ts";
import { sleep } from "./world.ts";

/** Small enough to get through a slow network before the server's patience ends, and to go on from after a tunnel. */
const part = 256 * 1024;
const patience = 40_000;
const second = 1000;
const longestWait = 300 * second;
/** How long a body that was sent whole waits for its row to say so before the server is asked again. */
const echo = 60 * second;
/** One more than a body can have parts, with some room for two phones that send the same one. */
const mostParts = 100;

const watched = new WeakSet<OpenPhone>();
const sending = new WeakSet<OpenPhone>();

/**
 * Sends the bodies of attached files, of every workspace that is open, as long as this page lives: as soon as the server
 * has accepted their rows, and after each round that got through until it has them whole.
 */
export function keepUploading(): void {
  const follow = () => {
    for (const phone of openPhones()) if (!watched.has(phone)) watch(phone);
  };
  subscribe(follow);
  follow();
}

/** Sends what can be sent now, whatever was tried before; resolves when nothing is left or a try was in vain. */
export async function uploadNow(): Promise<void> {
  for (const phone of openPhones()) {
    await phone.db.write(async (tx) => {
      for (const id of Object.keys(await uploadsOf(tx))) await noteUpload(tx, id, {});
    });
    await work(phone);
  }
}

function watch(phone: OpenPhone): void {
  watched.add(phone);
  liveQuery(async () => phone.db.read(stirred(phone))).subscribe({
    next(due) {
      if (due) void work(phone);
    },
    error() {
      // The browser dropped its storage, or this phone is closed: whoever signs in again opens another.
      void sleep(second).then(() => (openPhones().includes(phone) ? watch(phone) : undefined));
    },
  });
}

/** Whether there is something to do. Reads when this phone last synced, so that each round that got through asks again. */
const stirred = (phone: OpenPhone) => async (tx: Tx) => {
  if (Object.keys(await uploadsOf(tx)).length === 0) return false;
  await tx.meta.get("mark");
  return (await verdicts(tx, phone.world.now())).length > 0;
};

async function work(phone: OpenPhone): Promise<void> {
  const { world, who, db } = phone;
  // The lock is between tabs, and not every browser has it.
  if (sending.has(phone)) return;
  sending.add(phone);
  try {
    await world.locks.tryHold(`northing-files/${who.personId}/${who.workspaceId}`, async () => {
      for (;;) {
        const next = await db.write((tx) => tidied(tx, world.now()));
        if (next === undefined || !(await send(phone, next))) return;
      }
    });
  } catch (error) {
    // Storage that fails or is gone: what is noted stands, and the next round tries again.
    world.log("upload broken off", { name: (error as Error).name });
  } finally {
    sending.delete(phone);
  }
}

/** Settles what needs no network, and answers the first body to be sent. */
async function tidied(tx: Tx, now: number): Promise<string | undefined> {
  const found = await verdicts(tx, now);
  const gone = new Set(found.flatMap(([id, verdict]) => (verdict === "drop" ? id : [])));
  for (const [id, verdict] of found) if (verdict === "done") await noteUpload(tx, id, { doneAt: now });
  await dropBodies(tx, (_upload, id) => gone.has(id));
  await dropOldest(tx, now);
  return found.find(([, verdict]) => verdict === "send")?.[0];
}

/** Every body there is something to do about. */
async function verdicts(tx: Tx, now: number) {
  const uploads = Object.entries(await uploadsOf(tx));
  if (uploads.length === 0) return [];
  const keys = uploads.map(([id]) => keyOf("attachment", id));
  const [over, rows] = [await tx.overlay.many(keys), await tx.rows.many(keys)];
  const found = uploads.flatMap(([id, upload], at) => {
    const body = (over[at] === undefined ? rows[at]?.body : over[at].body) as Attachment | null | undefined;
    const seen = body
      ? { accepted: rows[at] !== undefined, stands: !body.removed, arrived: body.arrivedAt !== undefined }
      : undefined;
    const verdict = verdictOn(upload, seen, now);
    return verdict === "wait" ? [] : [[id, verdict, upload.doneAt] as const];
  });
  const nowhereElse = found.flatMap(([id, verdict, done]) => (verdict === "drop" && !done ? id : []));
  if (nowhereElse.length === 0) return found;
  const coming = await stillComing(tx, nowhereElse);
  return found.filter(([id, verdict, done]) => verdict !== "drop" || done || !coming.has(id));
}

/** Sends a body from where the server is, part by part. False when it was in vain: the next try is noted. */
async function send(phone: OpenPhone, id: string): Promise<boolean> {
  const { world, who, db } = phone;
  const [body, upload] = await db.read(async (tx) => [await tx.bodies.get(id), (await uploadsOf(tx))[id]]);
  if (body === undefined || upload === undefined) return true;
  const note = (changes: Parameters<typeof noteUpload>[2]) => db.write((tx) => noteUpload(tx, id, changes));
  let from = upload.sent;
  for (let n = 0; n < mostParts; n += 1) {
    const path = `/api/files/${id}?from=${from}&workspace=${who.workspaceId}`;
    const slice = body.bytes.slice(from, from + part);
    const file = new Blob([slice], { type: "application/octet-stream" });
    const reply = await request("PUT", path, file, patience);
    const taken = takenIn(reply.body);
    if (reply.status !== 200 || taken === undefined) {
      const tries = upload.tries + 1;
      const asked = Math.min(longestPause, (reply.retryAfter ?? 0) * second);
      const wait = Math.max(asked, Math.min(longestWait, second * 2 ** tries));
      const failed = toldBy(reply.body)?.code ?? (reply.status === 0 ? "offline" : "unreadable");
      await note({ tries, failed, notBefore: world.now() + wait });
      return false;
    }
    const now = world.now();
    await note({ sent: taken.stored, tries: 0, ...(taken.whole && { doneAt: now, notBefore: now + echo }) });
    if (taken.whole) {
      phone.engine.wake("poke");
      return true;
    }
    from = taken.stored;
  }
  return false;
}

function takenIn(body: unknown): { stored: number; whole: boolean } | undefined {
  const { stored, whole } = (body ?? {}) as { stored?: unknown; whole?: unknown };
  return typeof stored === "number" && typeof whole === "boolean" ? { stored, whole } : undefined;
}
