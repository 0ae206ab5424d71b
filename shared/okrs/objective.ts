import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const schema = z.strictObject({
  cycleId: field.id,
  /** Absent: a company objective. */
  squadId: z.optional(field.id),
  parentId: z.optional(field.id),
  title: field.title,
  why: z.optional(field.text),
  exempt: z.optional(z.strictObject({ reason: field.sentence })),
  state: z.enum(["draft", "committed", "dropped"]),
});
export type Objective = z.output<typeof schema>;

export const mutations = {};
