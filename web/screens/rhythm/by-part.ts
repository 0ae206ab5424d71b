import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import type { AgendaPart } from "../../../shared/reviews/agenda-item.ts";

/** Items in the parts of their agenda, in the order in which each part first comes. */
export function byPart(items: readonly HeldItem[]): [AgendaPart, HeldItem[]][] {
  const parts = new Map<AgendaPart, HeldItem[]>();
  for (const one of items) parts.set(one.part, [...(parts.get(one.part) ?? []), one]);
  return [...parts];
}
