/** What tabs and the worker tell each other; whoever hears it reads for itself what is stored. */
export type Told = "signed in" | "signed out" | "flushed";

const channel = globalThis.BroadcastChannel ? new BroadcastChannel("northing-session") : undefined;

export function tell(news: Told): void {
  channel?.postMessage(news);
}

/** Hears what other tabs and the worker tell, never what was told here. */
export function hear(heard: (news: Told) => void): void {
  channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => heard(data));
}
