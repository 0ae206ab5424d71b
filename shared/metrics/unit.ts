import * as z from "zod/mini";

export const unit = z.strictObject({
  /** What follows the number on a screen: "min / week", "listeners", "€"; "" where the number says it all. */
  label: z.string().check(z.trim(), z.maxLength(40)),
  /** Ratios are stored 0–1 and shown as percent. */
  scale: z.enum(["value", "ratio", "count"]),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
});

/** How often a metric has a reading. */
export const cadence = z.enum(["daily", "weekly", "monthly"]);
