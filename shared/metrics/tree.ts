import type { RowOf } from "../sync/mutation.ts";

/**
 * A metric and everything above it in the metric tree, nearest first. A parent that is not there ends the way, and a
 * loop is cut where it would repeat.
 */
export function upward(
  metricId: string | undefined,
  find: (id: string) => RowOf<"metric"> | undefined,
): RowOf<"metric">[] {
  const way: RowOf<"metric">[] = [];
  for (let next = metricId; next !== undefined; ) {
    const metric = way.some((one) => one.id === next) ? undefined : find(next);
    if (metric !== undefined) way.push(metric);
    next = metric?.parentId;
  }
  return way;
}
