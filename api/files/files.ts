import { createHash } from "node:crypto";
import { type Attachment, stands } from "../../shared/attachments/attachment.ts";
import { allFiles, undoDays } from "../../shared/attachments/file-limits.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso, isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { day, type PeopleDeps } from "../people/people-deps.ts";
import { pieces } from "./pieces.ts";
import * as store from "./store.ts";

export type FilesDeps = Pick<PeopleDeps, "database" | "sync" | "now" | "bytes" | "log">;

/** What one request brings of a body. */
export interface Part {
  /** The place of its first byte. */
  from: number;
  /** Bytes, as far as the request says so; 0 where it does not. */
  length: number;
  body: ReadableStream<Uint8Array> | null;
}

/** How far a body is: bytes that are here, and whether that is all of it. */
export interface Taken {
  stored: number;
  whole: boolean;
}

/**
 * Takes a body, or a part of it: 1. refuse what nobody announced, before a byte is read; 2. take room for all of it;
 * 3. where the caller is wrong about how much is here, only say so; 4. store piece by piece; 5. once all is here hold it
 * against the hash; 6. tell the workspace. What a lost connection cut off goes on from there. Refuses `not_found`,
 * `forbidden`, `files_full`, and `file_differs` when size or hash are other than announced.
 */
export async function takeFile(
  deps: FilesDeps,
  member: { workspaceId: string; memberId: string },
  attachmentId: string,
  { from, length, body }: Part,
): Promise<Taken> {
  const { database } = deps;
  const key = { workspaceId: member.workspaceId, attachmentId };
  const attachment = await store.findAttachment(database, key);
  if (attachment === undefined || !stands(attachment)) throw new Refused("not_found");
  if (attachment.by !== member.memberId) throw new Refused("forbidden");
  const { size } = attachment;
  await database.write([store.reserve(key, size, allFiles, isoNow(deps))]);
  const file = await store.findFile(database, key);
  if (file === undefined) throw new Refused("files_full");
  if (file.wholeAt === null) {
    if (from !== file.stored) return { stored: file.stored, whole: false };
    if (length > size - from) throw new Refused("file_differs");
    await storeFrom(database, key, from, pieces(body, size - from));
    const now = await store.findFile(database, key);
    if (now === undefined || now.stored < size) return { stored: now?.stored ?? 0, whole: false };
    await agree(deps, key, attachment);
  }
  if (attachment.arrivedAt === undefined) await tell(deps, key, attachment);
  return { stored: size, whole: true };
}

/** An attachment whose body is here, and that body. Refuses `not_found`. */
export async function openFile(
  { database }: Pick<FilesDeps, "database">,
  key: store.FileKey,
): Promise<{ attachment: Attachment; body: AsyncGenerator<Uint8Array> }> {
  const attachment = await store.findAttachment(database, key);
  if (attachment === undefined || !stands(attachment)) throw new Refused("not_found");
  if ((await store.findFile(database, key))?.wholeAt == null) throw new Refused("not_found");
  return { attachment, body: store.piecesOf(database, key) };
}

/** Forgets what was removed longer ago than it can be brought back, with two days for clocks and zones. */
export function sweepFiles({ database, now }: Pick<FilesDeps, "database" | "now">): Promise<void> {
  const before = (days: number) => iso(now() - days * day);
  return store.sweep(database, { removed: before(undoDays + 2), begun: before(1) });
}

async function storeFrom(
  database: FilesDeps["database"],
  key: store.FileKey,
  from: number,
  body: AsyncIterable<Uint8Array>,
): Promise<void> {
  let start = from;
  for await (const piece of body) {
    const [added] = await database.write([store.append(key, start, piece)]);
    // Somebody else sends the same body: where it stands is theirs to say.
    if (added?.rowsAffected !== 1) return;
    start += piece.length;
  }
}

/** All bytes are here: they are the ones announced, or none of them stays. */
async function agree(deps: FilesDeps, key: store.FileKey, { size, sha256 }: Attachment): Promise<void> {
  const hash = createHash("sha256");
  let length = 0;
  for await (const piece of store.piecesOf(deps.database, key)) {
    hash.update(piece);
    length += piece.length;
  }
  if (length === size && hash.digest("hex") === sha256) {
    await deps.database.write([store.markWhole(key, isoNow(deps))]);
    return;
  }
  await deps.database.write(store.drop(key));
  deps.log.warn("file.differs", { ...key });
  throw new Refused("file_differs");
}

/** A crash before this is mended by the phone, which asks again until it hears that the file has arrived. */
async function tell(deps: FilesDeps, { workspaceId, attachmentId }: store.FileKey, { by }: Attachment) {
  const id = uuidv7(deps.now(), deps.bytes(10));
  const mutation = { id, name: "attachment.arrive", args: { attachmentId }, at: isoNow(deps) };
  await deps.sync.apply(workspaceId, { memberId: by, server: true }, [mutation]);
  deps.log.info("file.arrived", { workspaceId, attachmentId });
}
