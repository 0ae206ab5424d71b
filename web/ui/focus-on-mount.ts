/** A ref for the heading of something that took the place of another: it is read out, and seen from its top. */
export function focusOnMount(element: HTMLElement | null): void {
  if (element === null) return;
  element.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
