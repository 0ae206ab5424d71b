import type { Reading } from "./reading.ts";

/** The id of the one row a reading of this metric, day, segment and source has, so that sending it twice stores it once. */
export function readingId(reading: Pick<Reading, "metricId" | "on" | "segment" | "source">): string {
  const parts = [reading.metricId, reading.on, reading.segment ?? "", reading.source ?? ""];
  return parts.map(encodeURIComponent).join("/");
}
