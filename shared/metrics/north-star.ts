import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const businessModel = z.enum(["attention", "transaction", "productivity", "user-generated-content"]);

export const schema = z.strictObject({
  metricId: field.id,
  statement: field.text,
  businessModel: z.optional(businessModel),
  productLine: z.optional(field.title),
  umbrellaMetricId: z.optional(field.id),
  state: z.enum(["proposed", "committed", "replaced"]),
  signatures: z.array(
    z.strictObject({ memberId: field.id, title: z.enum(["ceo", "cpo"]), at: field.instant }),
  ),
  horizonMonths: z.int().check(z.minimum(12), z.maximum(18)),
  revalidateOn: z.optional(field.day),
});
export type NorthStar = z.output<typeof schema>;

export const mutations = {};
