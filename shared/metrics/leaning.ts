import type { RowOf } from "../sync/mutation.ts";

/** What would lose its footing if a metric were retired. */
export interface Leaning {
  /** North Stars that are this metric, or stand under it as their umbrella. */
  northStars: RowOf<"north-star">[];
  /** Active metrics right below it in the tree. */
  below: RowOf<"metric">[];
  /** Planned and running key results that move or measure it. */
  keyResults: RowOf<"key-result">[];
}

/** Everything that still points at a metric; `keyResults` are the planned and running ones of all cycles. */
export function leaningOn(
  metricId: string,
  among: {
    northStars: readonly RowOf<"north-star">[];
    metrics: readonly RowOf<"metric">[];
    keyResults: readonly RowOf<"key-result">[];
  },
): Leaning {
  return {
    northStars: among.northStars.filter(
      (one) => one.state !== "replaced" && (one.metricId === metricId || one.umbrellaMetricId === metricId),
    ),
    below: among.metrics.filter((one) => one.parentId === metricId && one.state === "active"),
    keyResults: among.keyResults.filter(
      (one) => one.measures === metricId || one.moves?.metricId === metricId,
    ),
  };
}

export function isLeantOn({ northStars, below, keyResults }: Leaning): boolean {
  return northStars.length + below.length + keyResults.length > 0;
}
