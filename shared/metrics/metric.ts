import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const unit = z.strictObject({
  /** What follows the number on a screen: "min / week", "listeners", "€"; "" where the number says it all. */
  label: z.string().check(z.trim(), z.maxLength(40)),
  /** Ratios are stored 0–1 and shown as percent. */
  scale: z.enum(["value", "ratio", "count"]),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
});
export type Unit = z.output<typeof unit>;

export const schema = z.strictObject({
  key: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64)),
  name: field.title,
  definition: field.text,
  kind: z.enum(["north-star", "input", "outcome", "guardrail", "health"]),
  parentId: z.optional(field.id),
  unit,
  goodDirection: z.enum(["up", "down"]),
  cadence: z.enum(["daily", "weekly", "monthly"]),
  stewardId: field.id,
  squadId: z.optional(field.id),
  source: z.optional(field.note),
  freshDays: z.optional(z.int().check(z.minimum(1), z.maximum(400))),
  estimated: z.boolean(),
  floor: z.optional(field.number),
  ceiling: z.optional(field.number),
  target: z.optional(field.number),
  state: z.enum(["active", "retired"]),
});
export type Metric = z.output<typeof schema>;

export const mutations = {};
