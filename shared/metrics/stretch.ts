import type { Series } from "../signals/detect.ts";
import { isInDip } from "../signals/dips.ts";
import { addDays, addMonths } from "../time/local-date.ts";

/** How far back is looked: the last quarter by reading, the last year by month, or everything by month. */
export type Stretch = "weeks" | "months" | "years";

interface Dated {
  on: string;
  value: number;
}

export interface Spot extends Dated {
  /** How many readings it stands for. */
  readings: number;
  /** A month of which nothing else was read: it lies in an expected dip. */
  dip?: true;
}

/** Thirteen weeks. */
export const weeksBack = 91;

/**
 * What is drawn of a series (oldest first) over a stretch. Weeks are the readings themselves. A month is the mean of its
 * readings without those of expected dips, standing at its middle; the one not over yet counts what it has. Months nobody
 * read are missing, never filled.
 */
export function spotsOf(
  series: readonly Dated[],
  stretch: Stretch,
  today: string,
  dips?: Series["dips"],
): Spot[] {
  if (stretch === "weeks") {
    const since = addDays(today, -weeksBack);
    return series.filter((one) => one.on >= since).map(({ on, value }) => ({ on, value, readings: 1 }));
  }
  const since = stretch === "months" ? addMonths(`${today.slice(0, 7)}-01`, -11) : "";
  const within = series.filter((one) => one.on >= since);
  const counted = monthly(within.filter((one) => !isInDip(one.on, dips)));
  const known = new Set(counted.map((one) => one.on));
  const dipped = monthly(within).filter((one) => !known.has(one.on));
  return [...counted, ...dipped.map((one) => ({ ...one, dip: true as const }))].sort(byDay);
}

/** Readings farther apart than this leave a gap in the line: a period and a half, or a month nobody read. */
export function gapOf(cadence: "daily" | "weekly" | "monthly", stretch: Stretch): number {
  return stretch === "weeks" ? { daily: 4, weekly: 11, monthly: 46 }[cadence] : 46;
}

function byDay(a: Dated, b: Dated): number {
  return a.on < b.on ? -1 : Number(a.on > b.on);
}

function monthly(series: readonly Dated[]): Spot[] {
  const months = new Map<string, number[]>();
  for (const { on, value } of series) {
    const month = on.slice(0, 7);
    const known = months.get(month);
    if (known === undefined) months.set(month, [value]);
    else known.push(value);
  }
  return [...months].map(([month, values]) => ({
    on: `${month}-15`,
    value: mean(values),
    readings: values.length,
  }));
}

/** Each divided first, so that a month of huge numbers has a mean, too. */
function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Number.isFinite(sum)) return sum / values.length;
  return values.reduce((total, value) => total + value / values.length, 0);
}
