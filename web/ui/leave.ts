import { flushSync } from "react-dom";

/** Runs a change of the screen so that what leaves is seen leaving; at once where motion is unwanted or unknown. */
export function withLeaving(change: () => void): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || document.startViewTransition === undefined) change();
  else document.startViewTransition(() => flushSync(change));
}
