import type { Series } from "../../shared/signals/detect.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { type Chance, chanceOf } from "./chance.ts";

/** Roughly normal numbers with mean 0 and deviation 1, the same for the same seed. */
export function noiseOf(seed: number): () => number {
  const { random }: Chance = chanceOf(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A weekly series of values, higher is better, from a Monday on. */
export function weeklySeries(values: readonly number[], more: Partial<Series> = {}): Series {
  const readings = values.map((value, week) => ({ on: addDays("2025-01-06", 7 * week), value }));
  return { readings, cadence: "weekly", scale: "value", goodDirection: "up", ...more };
}
