import type { KeyboardEvent } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { Folds } from "./folds.ts";

/**
 * Arrows in the outline: up and down go through the places in sight, right opens a branch and then goes into it, left
 * shuts it and then goes to what stands above; Home and End go to the first and the last.
 */
export function onArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const from = (event.target as Element).closest("li[id]");
  if (from === null) return;
  const places = [...event.currentTarget.querySelectorAll("li[id]")].filter(
    (one) => one.closest("[hidden]") === null,
  );
  const at = places.indexOf(from);
  const toggle = from.querySelector<HTMLElement>(":scope > div > button[aria-expanded]");
  const open = toggle?.getAttribute("aria-expanded") === "true";
  const inward = event.key === "ArrowRight";
  if (toggle !== null && ((inward && !open) || (event.key === "ArrowLeft" && open))) {
    event.preventDefault();
    toggle.click();
    return;
  }
  const next = {
    ArrowDown: places[at + 1],
    ArrowUp: places[at - 1],
    Home: places[0],
    End: places.at(-1),
    ArrowRight: open ? places[at + 1] : undefined,
    ArrowLeft: from.parentElement?.closest("li[id]"),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  stepOf(next)?.focus();
}

/** Opens everything above a place and goes there. */
export function reveal(id: string, map: AlignmentMap, folds: Folds): void {
  for (let over = map.above.get(id); over !== undefined; over = map.above.get(over)) folds.set(over, true);
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: "center" });
    stepOf(place)?.focus({ preventScroll: true });
  });
}

/** What takes keyboard focus in a place: its link, or its fold where it has none. */
function stepOf(place: Element | null | undefined): HTMLElement | null | undefined {
  const own = (selector: string) => place?.querySelector<HTMLElement>(`:scope > div ${selector}`);
  return own("[data-step]") ?? own("> button[aria-expanded]");
}
