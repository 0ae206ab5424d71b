import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const schema = z.strictObject({
  name: field.title,
  purpose: z.optional(field.text),
  members: z
    .array(z.strictObject({ memberId: field.id, as: z.enum(["pm", "member"]) }))
    .check(z.maxLength(200)),
  omtm: z.optional(z.strictObject({ metricId: field.id, cycleId: field.id })),
  state: z.enum(["active", "dismissed"]),
});
export type Squad = z.output<typeof schema>;

export const mutations = {};
