import { baselineOf } from "./baseline.ts";
import type { Expected, Series } from "./detect.ts";
import { scaleOf } from "./scale.ts";
import { type Slotted, slotted } from "./slots.ts";
import { mannKendall, mean, theilSen } from "./statistics.ts";
import { threshold } from "./threshold.ts";

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
const growsAgain = 1.645;
/** How sure the loss of pace has to be, in the detector's heights. */
const height = 3.4;
const fewestDaysOfWeek = 4;

/**
 * Where a series that grew the good way stopped. The last 8, or 13, weeks have no move the good way (Mann–Kendall), the 12
 * to 26 before them plainly have, and the two slopes differ by more than noise explains. Daily readings are taken as
 * weekly means, of weeks that are over.
 */
export function stalls(series: Series): Stall[] {
  const { still, before, fewest } = terms[series.cadence === "monthly" ? "monthly" : "weekly"];
  const all = periods(series);
  const good = series.goodDirection === "up" ? 1 : -1;
  const found: Stall[] = [];
  let standing = false;
  for (let end = fewest + still[0]; end <= all.length; end += 1) {
    if (standing) standing = trendOf(all.slice(end - still[0], end)) * good <= growsAgain;
    if (standing) continue;
    for (const length of still) {
      const recent = all.slice(end - length, end);
      const earlier = all.slice(Math.max(0, end - length - before), end - length);
      if (earlier.length < fewest) break;
      const stall = stallIn(earlier, recent, series, good);
      if (stall === undefined) continue;
      found.push(stall);
      standing = true;
      break;
    }
  }
  return found;
}

function stallIn(earlier: Slotted[], recent: Slotted[], series: Series, good: 1 | -1): Stall | undefined {
  if (trendOf(recent) * good > 0 || trendOf(earlier) * good <= plainGrowth) return undefined;
  const cadence = series.cadence === "daily" ? "weekly" : series.cadence;
  const last = recent.at(-1)!;
  const raw = earlier.map((one) => one.value);
  const scale = scaleOf({ cadence, scale: series.scale }, raw, last.value);
  const line = baselineOf(
    earlier.map((one) => one.slot),
    raw.map(scale.to),
    scale,
  );
  const slots = recent.map((one) => one.slot);
  const pace = theilSen(
    slots,
    recent.map((one) => scale.to(one.value)),
  );
  const middle = mean(slots);
  const spread = slots.reduce((sum, slot) => sum + (slot - middle) ** 2, 0);
  const error = line.sigma * Math.sqrt(1 / spread + 1 / line.spread);
  const limit = threshold(height, line.df);
  if ((line.slope - pace) * good <= limit * error) return undefined;
  const centre = line.centre + line.slope * last.slot;
  const half = limit * line.sigma;
  const expected = {
    low: scale.from(centre - half),
    centre: scale.from(centre),
    high: scale.from(centre + half),
  };
  return { on: last.on, onset: recent[0]!.on, value: last.value, expected };
}

function trendOf(readings: readonly Slotted[]): number {
  return mannKendall(readings.map((one) => one.value)).z;
}

/** Readings since the series last began anew, one a week or month; what lies in an expected dip is missing. */
function periods({ readings, cadence, restarts = [], redefined = [], dips = [] }: Series): Slotted[] {
  const since = [...restarts, ...redefined].sort().at(-1) ?? "";
  const counted = readings.filter(
    ({ on }) => on >= since && !dips.some((one) => on >= one.from && on <= one.to),
  );
  if (cadence !== "daily") return slotted(counted, cadence);
  const weeks = new Map<number, Slotted[]>();
  for (const day of slotted(counted, "daily")) {
    const week = Math.floor(day.slot / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), { ...day, slot: week }]);
  }
  // The last week may still be going on.
  const over = [...weeks.values()].slice(0, -1).filter((days) => days.length >= fewestDaysOfWeek);
  return over.map((days) => ({ ...days.at(-1)!, value: mean(days.map((one) => one.value)) }));
}
