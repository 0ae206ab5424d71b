import type { Metric } from "../metrics/metric.ts";
import { median } from "./statistics.ts";

/** A scale on which a series scatters evenly, and the way back to what people read. */
export interface Scale {
  name: "value" | "ratio" | "rare" | "log";
  to(value: number): number;
  from(value: number): number;
  /** The least sigma believed on it; a share of the centre where it is unchanged. */
  floor(centre: number): number;
}

interface Kind {
  cadence: Metric["cadence"];
  scale: "value" | "ratio" | "count";
}

const rareCount = 20;
const clamp = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value));

/** Chosen by what came before the reading under test, and by that reading's sign; never by anything later. */
export function scaleOf({ cadence, scale }: Kind, before: () => readonly number[], current: number): Scale {
  if (scale === "ratio")
    return {
      name: "ratio",
      to: (value) => Math.asin(Math.sqrt(clamp(0, 1, value))),
      from: (value) => Math.sin(clamp(0, Math.PI / 2, value)) ** 2,
      floor: () => (cadence === "daily" ? 0.005 : 0.002),
    };
  if (scale === "count" && isRare(before()))
    return {
      name: "rare",
      to: (value) => 2 * Math.sqrt(Math.max(0, value) + 3 / 8),
      from: (value) => Math.max(0, (Math.max(0, value) / 2) ** 2 - 3 / 8),
      floor: () => (cadence === "daily" ? 0.005 : 1),
    };
  if (cadence === "daily" && current > 0 && before().every((value) => value > 0))
    return { name: "log", to: Math.log, from: Math.exp, floor: () => 0.005 };
  const least = scale === "count" ? 0 : Number.NEGATIVE_INFINITY;
  return {
    name: "value",
    to: (value) => value,
    from: (value) => Math.max(least, value),
    floor: (centre) => (cadence === "daily" ? 0.005 : scale === "count" ? 1 : 0.002 * Math.abs(centre)),
  };
}

function isRare(before: readonly number[]): boolean {
  return before.length === 0 || median(before) < rareCount;
}
