import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const schema = z.strictObject({
  keyResultId: field.id,
  checkInId: z.optional(field.id),
  text: field.sentence,
  ownerId: field.id,
  openedAt: field.instant,
  resolvedAt: z.optional(field.instant),
  resolution: z.optional(field.note),
});
export type Blocker = z.output<typeof schema>;

export const mutations = {};
