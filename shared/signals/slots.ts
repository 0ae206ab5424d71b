import type { Metric } from "../metrics/metric.ts";
import { daysBetween } from "../time/local-date.ts";

export interface Reading {
  on: string;
  value: number;
}

/** A reading in its period: `slot` counts days, weeks or months, so that a gap keeps its length. */
export interface Slotted extends Reading {
  slot: number;
}

/** Within so many periods what goes one way is one story: told once, and as one anomaly. */
export const storyPeriods: Readonly<Record<Metric["cadence"], number>> = { daily: 7, weekly: 4, monthly: 4 };

/** A Monday, so that a week's slot is the calendar's week. */
const firstMonday = "1970-01-05";

/** The period a day lies in, as a number that rises by one from period to period. */
export function slotOf(on: string, cadence: Metric["cadence"]): number {
  if (cadence === "monthly") return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
  const days = daysBetween(firstMonday, on);
  return cadence === "daily" ? days : Math.floor(days / 7);
}

/** In order, one a period: of several the latest day counts, and of one day the last said. */
export function slotted(readings: readonly Reading[], cadence: Metric["cadence"]): Slotted[] {
  const bySlot = new Map<number, Slotted>();
  for (const { on, value } of readings) {
    const slot = slotOf(on, cadence);
    const before = bySlot.get(slot);
    if (before === undefined || before.on <= on) bySlot.set(slot, { on, value, slot });
  }
  return [...bySlot.values()].sort((a, b) => a.slot - b.slot);
}
