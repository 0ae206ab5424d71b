import type { RowOf } from "../../shared/sync/mutation.ts";
import { ApiError, download } from "../api-client.ts";
import { dropBodies, keptAfter, noteUpload, uploadsOf } from "../sync/bodies.ts";
import { StorageError, type Tx, type Upload } from "../sync/storage.ts";
import { asRow, keyOf, viewOne } from "../sync/view.ts";
import { NotSaved } from "./mutate.ts";
import { currentPhone } from "./signed-in.ts";

/** Of the bodies that are with the server too, all together, in bytes. */
const mostKept = 50_000_000;
/** Long enough for the largest file over a slow network. */
const patience = 180_000;

/**
 * The bytes of an attached file: those on this phone, or the server's, which are then kept to be opened offline. Throws
 * ApiError: "offline" without a network, "file_differs" for other bytes than were announced.
 */
export async function openFile({ id, size, sha256 }: RowOf<"attachment">): Promise<ArrayBuffer> {
  const phone = currentPhone();
  if (phone === undefined) throw new NotSaved("signed_out");
  const { db, world, who } = phone;
  const here = await db.read((tx) => tx.bodies.get(id));
  if (here !== undefined) {
    await unlessLost(db.write((tx) => noteOpened(tx, id, world.now())));
    return here.bytes;
  }
  const bytes = await download(addressIn(who.workspaceId, id), patience);
  if ((await sha256Of(bytes)) !== sha256) throw new ApiError("file_differs");
  const now = world.now();
  const upload: Upload = { size, since: now, sent: size, tries: 0, doneAt: now, fetched: true, usedAt: now };
  await unlessLost(
    db.write(async (tx) => {
      if (!(await stillStands(tx, id))) return;
      await tx.bodies.put([{ id, bytes }]);
      await tx.meta.put("uploads", { ...(await uploadsOf(tx)), [id]: upload });
      await dropOldest(tx, now);
    }),
  );
  return bytes;
}

/** Where the server has its bytes. */
export function fileAddress(id: string): string {
  return addressIn(currentPhone()?.who.workspaceId ?? "", id);
}

function addressIn(workspaceId: string, id: string): string {
  return `/api/files/${id}?workspace=${workspaceId}`;
}

/** Makes the bodies that are with the server too fit their room: those that lay unused the longest go. */
export async function dropOldest(tx: Tx, now: number): Promise<void> {
  const spare = Object.entries(await uploadsOf(tx)).filter(
    ([, { doneAt, fetched }]) => doneAt !== undefined && (fetched || now - doneAt > keptAfter),
  );
  spare.sort(([, a], [, b]) => lastUse(b) - lastUse(a));
  let held = 0;
  const gone = new Set<string>();
  for (const [id, { size }] of spare) {
    held += size;
    if (held > mostKept) gone.add(id);
  }
  await dropBodies(tx, (_upload, id) => gone.has(id));
}

/** Lowercase hex, as an attachment says it. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whoever signs out, is removed or removes the file while it is fetched leaves no row of it, or none that stands. */
async function stillStands(tx: Tx, id: string): Promise<boolean> {
  const row = await viewOne(tx, keyOf("attachment", id));
  return row !== undefined && asRow<"attachment">(row).removed === undefined;
}

/** An upload that waits goes on waiting as it did. */
async function noteOpened(tx: Tx, id: string, usedAt: number): Promise<void> {
  const upload = (await uploadsOf(tx))[id];
  if (upload?.doneAt !== undefined) await noteUpload(tx, id, { usedAt });
}

/** Keeping a file is a favour: without room for it, it is opened all the same. */
async function unlessLost(kept: Promise<unknown>): Promise<void> {
  await kept.catch((error: unknown) => {
    if (!(error instanceof StorageError)) throw error;
  });
}

function lastUse({ usedAt, doneAt, since }: Upload): number {
  return usedAt ?? doneAt ?? since;
}
