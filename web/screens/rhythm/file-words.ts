import type { AttachedFile } from "../../store/attachments.ts";
import { refusalWords } from "../../ui/refusal.ts";

/** Where a file is that cannot be taken yet, and what can be done about it. */
export interface FileState {
  words: string;
  /** How much of it has been sent, 0–1. */
  progress?: number;
  /** Sending it was refused; a person may try again. */
  stuck?: true;
}

/** Of a file the server has, nothing. `sender` is whose phone it is on, null for one's own. */
export function stateOf(
  { file, upload }: AttachedFile,
  sender: string | null,
  offline: boolean,
): FileState | undefined {
  if (file.arrivedAt !== undefined) return undefined;
  if (upload === undefined)
    return {
      words:
        sender === null
          ? "Still on its way from your other device"
          : `Still on its way from ${sender}’s phone`,
    };
  if (upload.doneAt !== undefined) return { words: "Sent" };
  const part = upload.sent / upload.size;
  const { failed } = upload;
  if (failed !== undefined && failed !== "offline") {
    const { happened, todo } = refusalWords(failed, "request");
    return { words: `Not sent yet. ${happened} ${todo}`, progress: part, stuck: true };
  }
  if (offline || failed === "offline")
    return { words: "Saved on this phone, waits for the network", progress: part };
  return { words: upload.sent === 0 ? "Sending" : `Sending, ${Math.round(part * 100)} %`, progress: part };
}
