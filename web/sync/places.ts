import { cycleOf, isKind, parentOf } from "../../shared/sync/kinds.ts";
import { keyOf } from "./view.ts";

/** Where a row of a kind is listed. A kind this build does not know yet has no places until an update learns it. */
export function placesOf(kind: string, body: object): { parent: string; cycle?: string } {
  if (!isKind(kind)) return { parent: "" };
  const cycle = cycleOf(kind, body);
  const parent = keyOf(kind, parentOf(kind, body));
  return cycle === null ? { parent } : { parent, cycle: keyOf(kind, cycle) };
}
