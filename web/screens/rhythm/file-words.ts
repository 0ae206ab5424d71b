import type { AttachedFile } from "../../store/attachments.ts";
import { type UploadState, uploadState } from "../../ui/upload-words.ts";

/**
 * Where a file is that cannot be taken yet; nothing of one the server has. `sender` is whose phone it is on, null for
 * one's own.
 */
export function stateOf(
  { file, upload }: AttachedFile,
  sender: string | null,
  offline: boolean,
): UploadState | undefined {
  if (file.arrivedAt !== undefined) return undefined;
  if (upload !== undefined && !upload.fetched) return uploadState(upload, offline);
  const whose = sender === null ? "your other device" : `${sender}’s phone`;
  return { words: `Still on its way from ${whose}` };
}

/** Where one that the server has can be taken from while this phone is offline. */
export function offlineWords({ upload }: AttachedFile): string {
  return upload === undefined ? "Needs the network to be opened" : "Kept on this phone";
}
