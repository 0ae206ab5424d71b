import type { ImportsDeps } from "./imports-deps.ts";

/** How long a file may keep the event loop to itself, in milliseconds. */
const stretch = 12;

/** Lets everybody else have their turn, whenever this work has had the event loop for a while. */
export function createPause({ now, wait }: Pick<ImportsDeps, "now" | "wait">): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < stretch) return;
    await wait(0);
    since = now();
  };
}
