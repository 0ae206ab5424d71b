import { startTransition, useEffect, useState } from "react";
import { createQueue } from "./idle-queue.ts";

const turns = createQueue(whenIdle);

/**
 * Whether the turn of this part has come: parts that nobody looks at yet are drawn one after another while the page
 * rests, so that a tap never waits for more than one of them. Undrawn while `wanted` is false.
 */
export function useTurn(wanted: boolean): boolean {
  const [come, setCome] = useState(false);
  const waits = wanted && !come;
  useEffect(() => (waits ? turns.add(() => startTransition(() => setCome(true))) : undefined), [waits]);
  return come;
}

function whenIdle(work: () => void): void {
  // Safari does not say when a page rests.
  if (globalThis.requestIdleCallback === undefined) setTimeout(work, 50);
  // Chromium sometimes waits for the next touch before it calls a page idle.
  else requestIdleCallback(() => work(), { timeout: 1000 });
}
