import { refusalWords } from "./refusal.ts";

/** Where a file of this phone is that the server does not have whole, and what can be done about it. */
export interface UploadState {
  words: string;
  /** How much of it has been sent, 0–1; absent before the first bytes have got through. */
  progress?: number;
  /** Sending it was refused; a person may try again. */
  stuck?: true;
}

/** `sent` of `size` bytes; `failed` is the code the last try ended with. */
export function uploadState(
  { sent, size, failed, doneAt }: { sent: number; size: number; failed?: string; doneAt?: number },
  offline: boolean,
): UploadState {
  if (doneAt !== undefined) return { words: "Sent" };
  const progress = sent === 0 ? {} : { progress: sent / size };
  if (failed !== undefined && failed !== "offline") {
    const { happened, todo } = refusalWords(failed, "request");
    return { words: `Not sent yet. ${happened} ${todo}`, ...progress, stuck: true };
  }
  if (offline || failed !== undefined)
    return { words: "Saved on this phone, waits for the network", ...progress };
  const percent = Math.round((sent / size) * 100);
  return {
    words: sent === 0 ? "Saved on this phone, goes in a moment" : `Sending, ${percent}%`,
    ...progress,
  };
}
