import type { Anomaly } from "./anomaly.ts";

/**
 * The id of the one anomaly a series has for an onset, a direction and a kind of rule, so that scanning twice, on two
 * servers or after a correction never makes two of the same story.
 */
export function anomalyId({
  series,
  onset,
  direction,
  rule,
}: Pick<Anomaly, "series" | "onset" | "direction" | "rule">): string {
  const family = rule.startsWith("last-") ? "range" : rule;
  const parts = [series.kind, series.id, series.segment ?? "", onset, direction, family];
  return parts.map(encodeURIComponent).join("~");
}
