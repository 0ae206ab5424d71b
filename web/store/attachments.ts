import type { Attachment } from "../../shared/attachments/attachment.ts";
import { fileName, largestFile } from "../../shared/attachments/file-limits.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { dropBodies, keepBody, uploadsOf } from "../sync/bodies.ts";
import { StorageError, type Upload } from "../sync/storage.ts";
import { asRow, keyOf, viewUnder } from "../sync/view.ts";
import { sha256Of } from "./kept-files.ts";
import { useStored } from "./live.ts";
import { mutate, NotSaved, newId, type Saved } from "./mutate.ts";
import { currentPhone } from "./signed-in.ts";

/** An attached file, and how far its body is where this phone has it. */
export interface AttachedFile {
  file: RowOf<"attachment">;
  upload?: Upload;
}

/** Files attached to a review or a North Star that nobody has removed, the oldest first. Undefined until read. */
export function useAttachments(subjectId: string): AttachedFile[] | undefined {
  return useStored(
    async (tx) => {
      const rows = await viewUnder(tx, keyOf("attachment", subjectId));
      const uploads = await uploadsOf(tx);
      return rows
        .map((row) => asRow<"attachment">(row))
        .filter((file) => file.removed === undefined)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map((file) => ({ file, ...(uploads[file.id] && { upload: uploads[file.id] }) }));
    },
    [subjectId],
  );
}

/** Files of this phone that are not all with the server yet, the oldest first. Undefined until read. */
export function useUploads(): { id: string; name: string; upload: Upload }[] | undefined {
  return useStored(async (tx) => {
    const waiting = Object.entries(await uploadsOf(tx)).filter(([, { doneAt }]) => doneAt === undefined);
    const keys = waiting.map(([id]) => keyOf("attachment", id));
    const [over, rows] = [await tx.overlay.many(keys), await tx.rows.many(keys)];
    return waiting
      .map(([id, upload], at) => {
        const body = (over[at]?.body ?? rows[at]?.body) as Attachment | undefined;
        return { id, name: body?.name ?? "A file", upload };
      })
      .sort((a, b) => a.upload.since - b.upload.since);
  }, []);
}

/** Why a file was not taken, before anything was stored. */
type NotTaken = { saved: false; code: "file_empty" | "file_too_large" | "file_unreadable" };

/**
 * Attaches a file: its body is stored on this phone, then its row; it is sent when there is network. `id` is the
 * attachment's. Throws NotSaved.
 */
export async function attachFile(subjectId: string, given: File, id = newId()): Promise<Saved | NotTaken> {
  const phone = currentPhone();
  if (phone === undefined) throw new NotSaved("signed_out");
  if (given.size > largestFile) return { saved: false, code: "file_too_large" };
  const bytes = await given.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { saved: false, code: "file_unreadable" };
  if (bytes.byteLength === 0) return { saved: false, code: "file_empty" };
  const sha256 = await sha256Of(bytes);
  try {
    await keepBody(phone.db, { id, bytes }, phone.world.now());
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new NotSaved(error.reason === "full" ? "storage_full" : "storage_lost", { cause: error });
  }
  const type = /^[\w.+-]+\/[\w.+-]{1,60}$/.test(given.type) ? given.type : "application/octet-stream";
  const said = { name: fileName(given.name), type, size: bytes.byteLength, sha256 };
  const forget = () => phone.db.write((tx) => dropBodies(tx, (_upload, one) => one === id));
  try {
    const saved = await mutate("attachment.add", { id, subjectId, ...said });
    if (!saved.saved) await forget();
    return saved;
  } catch (error) {
    await forget().catch(() => {});
    throw error;
  }
}
