const shape = /^[\w-]{16,200}$/;

/** The token in a pasted link, in an address's fragment, or standing alone; undefined when there is none. */
export function tokenIn(text: string): string | undefined {
  const trimmed = text.trim();
  const tail = trimmed.includes("#") ? trimmed.slice(trimmed.lastIndexOf("#") + 1) : trimmed;
  return shape.test(tail) ? tail : undefined;
}

/**
 * The token of the link this page was opened with. It leaves the address bar at once, where a shared screen or a
 * copied address would give it away, and waits in the history entry so that a reload still finds it.
 */
export function takeToken(place: Pick<Window, "location" | "history"> = window): string | undefined {
  const { location, history } = place;
  const kept: unknown = history.state?.token;
  const arrived = tokenIn(location.hash);
  if (location.hash !== "") history.replaceState({ token: arrived ?? kept }, "", location.pathname);
  return arrived ?? (typeof kept === "string" ? kept : undefined);
}

/** Forgets it once it is redeemed or given up. */
export function dropToken(place: Pick<Window, "location" | "history"> = window): void {
  place.history.replaceState(null, "", place.location.pathname);
}
