import type { MouseEvent } from "react";

/** Whether a tap on a link asks for nothing but to follow it: no new tab, no new window, no download. */
export function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
