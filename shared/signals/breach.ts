import type { Expected, Series } from "./detect.ts";
import { type Slotted, slotted, storyPeriods } from "./slots.ts";

export interface Limits {
  floor?: number | undefined;
  ceiling?: number | undefined;
}

/** A limit crossed, however often until it was kept for a calm spell: one story from `onset` to `on`. */
export interface Breach {
  /** The day it was crossed first. */
  onset: string;
  /** The day it was crossed last, and what was read then. */
  on: string;
  value: number;
  /** How often it was crossed; absent for once. */
  crossings?: number;
  rule: "floor" | "ceiling";
  direction: "up" | "down";
  /** The limits, the one that was crossed in the middle; where there is only one it stands on both sides. */
  expected: Expected;
}

/**
 * Every breach of a series, oldest first. What swings round its limit is one breach, which ends when as many readings in a
 * row as are one story have kept it; a gap is no calm. A limit holds on every day, in an expected dip as well.
 */
export function breaches(series: Pick<Series, "readings" | "cadence">, { floor, ceiling }: Limits): Breach[] {
  if (floor === undefined && ceiling === undefined) return [];
  const readings = slotted(series.readings, series.cadence);
  const calm = storyPeriods[series.cadence];
  const breachesOf = (
    rule: Breach["rule"],
    limit: number | undefined,
    isBeyond: (value: number) => boolean,
  ) => {
    if (limit === undefined) return [];
    const expected = { low: floor ?? limit, centre: limit, high: ceiling ?? limit };
    const direction: Breach["direction"] = rule === "floor" ? "down" : "up";
    return spells(readings, isBeyond, calm).map((one): Breach => ({ ...one, rule, direction, expected }));
  };
  const found = [
    ...breachesOf("floor", floor, (value) => value < floor!),
    ...breachesOf("ceiling", ceiling, (value) => value > ceiling!),
  ];
  return found.sort((a, b) => (a.onset < b.onset ? -1 : Number(a.onset > b.onset)));
}

type Spell = Pick<Breach, "onset" | "on" | "value" | "crossings">;

function spells(readings: readonly Slotted[], isBeyond: (value: number) => boolean, calm: number): Spell[] {
  const found: Spell[] = [];
  let kept = calm;
  for (const { on, value } of readings) {
    const last = found.at(-1);
    if (!isBeyond(value)) {
      kept += 1;
      continue;
    }
    if (last === undefined || kept >= calm) found.push({ onset: on, on, value });
    else if (kept > 0) Object.assign(last, { on, value, crossings: (last.crossings ?? 1) + 1 });
    kept = 0;
  }
  return found;
}
