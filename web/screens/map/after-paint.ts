/** Does something once what was asked for stands on the screen, which would otherwise wait for it. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
