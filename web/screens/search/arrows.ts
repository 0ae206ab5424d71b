import type { KeyboardEvent } from "react";

/** Down and up go from the field through the results and back; Enter is the link's own. */
export function throughResults(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const target = event.target as HTMLElement;
  if (target.closest("select")) return;
  const stops = stopsIn(event.currentTarget);
  const here = stops.indexOf(target);
  if (here < 0) return;
  const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Keyboard focus goes to the best result, which also puts a phone's keyboard away. */
export function intoResults(inside: HTMLElement): void {
  const search = inside.closest<HTMLElement>("search");
  const [, first] = search ? stopsIn(search) : [];
  if (first) first.focus();
  else (document.activeElement as HTMLElement | null)?.blur();
}

function stopsIn(search: HTMLElement): HTMLElement[] {
  return [...search.querySelectorAll<HTMLElement>("input[type=search], [data-results] a")];
}
