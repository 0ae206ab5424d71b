/** Does something once what was asked for stands on the screen, which would otherwise wait for it. Unseen, at once. */
export function afterPaint(work: () => void): void {
  if (document.hidden) work();
  else requestAnimationFrame(() => setTimeout(work));
}
