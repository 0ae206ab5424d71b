import { baselineOf } from "./baseline.ts";
import type { Expected, Series } from "./detect.ts";
import { isInDip } from "./dips.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { type Slotted, slotted } from "./slots.ts";
import { mean } from "./statistics.ts";
import { threshold } from "./threshold.ts";
import { emptyTrends, type Trends } from "./trends.ts";

/** Growth that ended: told once, and again only after the series has grown in between. */
export interface Stall {
  /** The day it could be told. */
  on: string;
  /** The first day without growth. */
  onset: string;
  value: number;
  /** Where the earlier path would have led by then. */
  expected: Expected;
}

/** Readings that stand still, against as many as this before them; growth is only believed where it is plain. */
const terms = {
  weekly: { still: [8, 13], before: 26, fewest: 12 },
  monthly: { still: [6], before: 24, fewest: 12 },
} as const;
const plainGrowth = 2.326;
/** How sure the loss of pace has to be, in the detector's heights. */
const height = 3.4;
const fewestDaysOfWeek = 4;

/**
 * Where a series that grew the good way stopped. The last 8, or 13, weeks have no move the good way (Mann–Kendall), the 12
 * to 26 before them plainly have, and the two slopes differ by more than noise explains. Daily readings are taken as
 * weekly means, of weeks that are over.
 */
export function stalls(series: Series): Stall[] {
  return partsOf(series).flatMap((part) => stallsIn(part, series));
}

function stallsIn(all: readonly Slotted[], series: Series): Stall[] {
  const { still, before, fewest } = terms[series.cadence === "monthly" ? "monthly" : "weekly"];
  const good = series.goodDirection === "up" ? 1 : -1;
  const found: Stall[] = [];
  let standing = false;
  // Growth from before the last standstill is told of already.
  let first = 0;
  for (let end = fewest + still[0]; end <= all.length; end += 1) {
    if (standing && movedBy(all.slice(end - fewest, end)) * good > plainGrowth) {
      standing = false;
      first = end - fewest;
    }
    if (standing) continue;
    for (const length of still) {
      const recent = all.slice(end - length, end);
      const earlier = all.slice(Math.max(first, end - length - before), Math.max(first, end - length));
      const stall = earlier.length < fewest ? undefined : stallIn(earlier, recent, series, good);
      if (stall === undefined) continue;
      found.push(stall);
      standing = true;
      break;
    }
  }
  return found;
}

function stallIn(
  earlier: readonly Slotted[],
  recent: readonly Slotted[],
  series: Series,
  good: 1 | -1,
): Stall | undefined {
  if (movedBy(recent) * good > 0 || movedBy(earlier) * good <= plainGrowth) return undefined;
  const last = recent.at(-1)!;
  const cadence = series.cadence === "daily" ? "weekly" : series.cadence;
  const before = () => earlier.map((one) => one.value);
  const scale = scaleOf({ cadence, scale: series.scale }, before, last.value);
  const line = baselineOf(sample(earlier, scale), earlier.length, scale);
  const now = sample(recent, scale);
  const middle = mean(now.slots, recent.length);
  const spread = recent.reduce((sum, one) => sum + (one.slot - middle) ** 2, 0);
  const error = line.sigma * Math.sqrt(1 / spread + 1 / line.spread);
  const limit = threshold(height, line.df);
  if ((line.slope - now.theilSen(recent.length)) * good <= limit * error) return undefined;
  const centre = line.centre + line.slope * last.slot;
  const half = limit * line.sigma;
  const expected = {
    low: scale.from(centre - half),
    centre: scale.from(centre),
    high: scale.from(centre + half),
  };
  return { on: last.on, onset: recent[0]!.on, value: last.value, expected };
}

/** Mann–Kendall's z: how plainly they rise; negative where they fall. */
function movedBy(readings: readonly Slotted[]): number {
  return sample(readings).mannKendall(readings.length).z;
}

function sample(readings: readonly Slotted[], scale?: Scale): Trends {
  const trends = emptyTrends(readings.length);
  for (const { slot, value } of readings) trends.push(slot, scale === undefined ? value : scale.to(value));
  return trends;
}

/** Readings from one beginning to the next, one a week or month; what lies in an expected dip is missing. */
function partsOf({ readings, cadence, restarts = [], redefined = [], dips }: Series): Slotted[][] {
  const counted = slotted(readings, cadence).filter((one) => !isInDip(one.on, dips));
  const edges = [...restarts, ...redefined].sort();
  const parts: Slotted[][] = edges.concat("").map(() => []);
  for (const one of cadence === "daily" ? weekly(counted) : counted)
    parts[edges.filter((edge) => edge <= one.on).length]!.push(one);
  return parts;
}

/** The last week may still be going on; one with few days says little. */
function weekly(days: readonly Slotted[]): Slotted[] {
  const weeks = new Map<number, Slotted[]>();
  for (const day of days) {
    const week = Math.floor(day.slot / 7);
    const known = weeks.get(week);
    if (known) known.push(day);
    else weeks.set(week, [day]);
  }
  return [...weeks]
    .slice(0, -1)
    .filter(([, days]) => days.length >= fewestDaysOfWeek)
    .map(([slot, days]) => ({ on: days.at(-1)!.on, slot, value: mean(days.map((one) => one.value)) }));
}
