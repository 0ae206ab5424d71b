import * as z from "zod/mini";
import { unit } from "../metrics/metric.ts";
import * as field from "../sync/field.ts";

export const direction = z.enum(["increase", "decrease", "stay-above", "stay-below", "milestones"]);
export const milestone = z.strictObject({
  id: field.id,
  title: field.title,
  weight: z.number().check(z.positive()),
});

export const schema = z.strictObject({
  cycleId: field.id,
  objectiveId: field.id,
  alsoServes: z.array(field.id).check(z.maxLength(10)),
  ownerId: field.id,
  /** Who owned it before and until when: a check-in made while one still owned it stays theirs for 14 days. */
  previousOwners: z
    .array(z.strictObject({ memberId: field.id, untilAt: field.instant }))
    .check(z.maxLength(50)),
  title: field.title,
  direction,
  baseline: z.optional(field.number),
  target: z.optional(field.number),
  unit,
  milestones: z.optional(z.array(milestone).check(z.maxLength(20))),
  measures: z.optional(field.id),
  moves: z.optional(z.strictObject({ metricId: field.id, because: field.text })),
  commitment: z.enum(["committed", "aspirational"]),
  weight: z.number().check(z.positive()),
  payLinked: z.optional(z.boolean()),
  state: z.enum(["draft", "committed", "dropped", "graded"]),
  grade: z.optional(
    z.strictObject({
      score: z.number(),
      adjusted: z.optional(z.number()),
      reason: z.optional(field.note),
      by: field.id,
      at: field.instant,
    }),
  ),
});
export type KeyResult = z.output<typeof schema>;

export const mutations = {};
