/** A ref for the heading of something that took the place of another: it is read out, and seen from its top. */
export function focusOnMount(element: HTMLElement | null): void {
  if (element === null) return;
  focusHere(element);
  window.scrollTo(0, 0);
}

/** The same for a part of the page: nothing scrolls. */
export function focusHere(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
