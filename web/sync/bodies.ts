import { type PhoneStorage, StorageError, type StoredBody, type Tx, type Upload } from "./storage.ts";

/** How long a body is kept for certain after the server had it, for one that is set back to a backup older than that. */
export const keptAfter = 14 * 86_400_000;
/** The longest wait for another try: a moment further ahead was noted by a clock that has been set back since. */
export const longestPause = 86_400_000;

/** What is on its way from this phone, by the attachment's id. */
export function uploadsOf(tx: Tx): PromiseLike<Record<string, Upload>> {
  return tx.meta.get("uploads").then((uploads) => uploads ?? {});
}

/** Keeps a body until the server has it. Where there is no room, those the server has make some. Throws StorageError. */
export async function keepBody(storage: PhoneStorage, body: StoredBody, now: number): Promise<void> {
  const keep = (tx: Tx) =>
    uploadsOf(tx).then(async (uploads) => {
      const upload: Upload = { size: body.bytes.byteLength, since: now, sent: 0, tries: 0 };
      await tx.bodies.put([body]);
      await tx.meta.put("uploads", { ...uploads, [body.id]: upload });
    });
  try {
    await storage.write(keep);
  } catch (error) {
    if (!(error instanceof StorageError) || error.reason !== "full") throw error;
    const dropped = await storage.write((tx) => dropBodies(tx, ({ doneAt }) => doneAt !== undefined));
    if (dropped === 0) throw error;
    await storage.write(keep);
  }
}

/** Forgets the bodies this is true of; answers how many. */
export async function dropBodies(tx: Tx, gone: (upload: Upload, id: string) => boolean): Promise<number> {
  const all = Object.entries(await uploadsOf(tx));
  const ids = all.filter(([id, upload]) => gone(upload, id)).map(([id]) => id);
  if (ids.length === 0) return 0;
  await tx.bodies.drop(ids);
  await tx.meta.put("uploads", Object.fromEntries(all.filter(([id]) => !ids.includes(id))));
  return ids.length;
}

/** Notes how far a body is; nothing where it was dropped meanwhile. */
export async function noteUpload(tx: Tx, id: string, changes: Partial<Upload>): Promise<void> {
  const uploads = await uploadsOf(tx);
  const before = uploads[id];
  if (before === undefined) return;
  const { failed: _failed, notBefore: _notBefore, ...rest } = before;
  await tx.meta.put("uploads", { ...uploads, [id]: { ...rest, ...changes } });
}

/**
 * What is to be done about a body: `send` it now; `done`, since nothing is left to send; `drop` it. `seen` is its row: the
 * server has accepted it, nobody has removed it, the body has arrived there. A row that is not here may yet come, after a
 * reset of this phone's rows, so its body is not given up at once.
 */
export function verdictOn(
  upload: Upload,
  seen: { accepted: boolean; stands: boolean; arrived: boolean } | undefined,
  now: number,
): "send" | "done" | "drop" | "wait" {
  const left = (upload.notBefore ?? 0) - now;
  const wanted = seen?.stands && !seen.arrived && !upload.fetched;
  if (wanted) return seen.accepted && (left <= 0 || left > longestPause) ? "send" : "wait";
  if (seen !== undefined && upload.doneAt === undefined) return "done";
  if (seen?.stands) return "wait";
  if (seen !== undefined && upload.fetched) return "drop";
  return now - (upload.doneAt ?? upload.since) > keptAfter ? "drop" : "wait";
}

/** Those, of bodies nobody else has and whose rows are not here, that a row may still come for, however old they are. */
export async function stillComing(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const [mark, offer] = [await tx.meta.get("mark"), await tx.meta.get("offer")];
  if (mark?.lastSyncedAt === undefined || offer !== undefined) return new Set(ids);
  const told = [...(await tx.outbox.page()), ...(await tx.attention.page())];
  return new Set(told.flatMap(({ name, args }) => (name === "attachment.add" ? String(args.id) : [])));
}
