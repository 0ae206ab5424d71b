import { breachedOf } from "../../../shared/metrics/guarding.ts";
import type { KeyResultNode } from "../../../shared/okrs/map-node.ts";
import type { SeenRows } from "./map-rows.ts";

/** "breached: Skips in the first 30 seconds" where a key result looks well and what it must not damage does not. */
export function breachedWords({ row, status }: KeyResultNode, rows: SeenRows): string | undefined {
  if (status !== "on-pace") return undefined;
  const names = breachedOf(row, rows, (id) => rows.series.get(id) ?? [], rows.on).map((one) => one.name);
  return names.length === 0 ? undefined : `breached: ${names.join(", ")}`;
}
