import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const schema = z.strictObject({
  metricId: field.id,
  on: field.day,
  value: field.number,
  segment: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  source: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  note: z.optional(field.note),
  recordedBy: z.optional(field.id),
  checkInId: z.optional(field.id),
});
export type Reading = z.output<typeof schema>;

/** The id of the one row a reading of this metric, day, segment and source has, so that sending it twice stores it once. */
export function readingId(reading: Pick<Reading, "metricId" | "on" | "segment" | "source">): string {
  const parts = [reading.metricId, reading.on, reading.segment ?? "", reading.source ?? ""];
  return parts.map(encodeURIComponent).join("/");
}

export const mutations = {};
