import type { Expected, Series } from "./detect.ts";
import { slotted } from "./slots.ts";

export interface Limits {
  floor?: number | undefined;
  ceiling?: number | undefined;
}

/** A limit crossed: told on the day it was, and not again until a reading has kept it. */
export interface Breach {
  on: string;
  rule: "floor" | "ceiling";
  direction: "up" | "down";
  value: number;
  /** The limits, the one that was crossed in the middle; where there is only one it stands on both sides. */
  expected: Expected;
}

/** Every breach of a series, oldest first. A limit holds on every day, in an expected dip as well. */
export function breaches(series: Pick<Series, "readings" | "cadence">, { floor, ceiling }: Limits): Breach[] {
  if (floor === undefined && ceiling === undefined) return [];
  const found: Breach[] = [];
  let standing: Breach["rule"] | undefined;
  for (const { on, value } of slotted(series.readings, series.cadence)) {
    const rule =
      value < (floor ?? -Infinity) ? "floor" : value > (ceiling ?? Infinity) ? "ceiling" : undefined;
    if (rule !== undefined && rule !== standing) {
      const crossed = rule === "floor" ? floor! : ceiling!;
      const expected = { low: floor ?? crossed, centre: crossed, high: ceiling ?? crossed };
      found.push({ on, rule, direction: rule === "floor" ? "down" : "up", value, expected });
    }
    standing = rule;
  }
  return found;
}
