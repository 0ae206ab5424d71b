import type { Metric, Unit } from "../metric.ts";

/** The way of a customer, from first hearing of a product to paying for it. */
export const stages = [
  "acquisition",
  "activation",
  "engagement",
  "retention",
  "referral",
  "revenue",
] as const;
export type Stage = (typeof stages)[number];

/** A growth metric many products use, ready to be made one's own. */
export interface LibraryMetric {
  /** Stable, for links. */
  id: string;
  stage: Stage;
  name: string;
  /** What is counted of whom over which time, as a formula in words; "{…}" is for the reader to fill in. */
  definition: string;
  kind: Extract<Metric["kind"], "input" | "outcome" | "guardrail" | "health">;
  unit: Unit;
  goodDirection: Metric["goodDirection"];
  cadence: Metric["cadence"];
  /** The question it answers. */
  use: string;
  /** When it flatters or misleads. */
  trap: string;
}

export const percent: Unit = { label: "", scale: "ratio", decimals: 1 };

/** A count of something: "people", "teams". */
export function count(label: string): Unit {
  return { label, scale: "count", decimals: 0 };
}

export function number(label: string, decimals = 1): Unit {
  return { label, scale: "value", decimals };
}
