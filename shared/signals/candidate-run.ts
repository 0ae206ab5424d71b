import { type Baseline, type Inherited, varianceOf } from "./baseline.ts";
import type { Expected, Options, Preset, Series } from "./detect.ts";
import { levelError, lineError, meanFrom } from "./statistics.ts";
import { threshold } from "./threshold.ts";
import type { View } from "./view.ts";

/** The run of last readings that is farthest out of range, whether or not that is far enough. */
export interface Found {
  run: 1 | 2 | 4 | 8;
  z: number;
  direction: "up" | "down";
  isCandidate: boolean;
  /** What it was held against. */
  baseline: Baseline;
  /** The band of single readings at the reading under test. */
  expected: Expected;
  band: Band;
}

interface Band {
  baseline: Baseline;
  limit: number;
  view: View;
}

const heights: Record<Preset, { one: number; many: number }> = {
  calm: { one: 3.4, many: 3.5 },
  standard: { one: 3.2, many: 3.3 },
  eager: { one: 3, many: 3 },
};
const dailyExtra = 0.6;
const runs = [1, 2, 4, 8] as const;
const fewest = 6;
const fewestOfYoung = 2;
const young = 8;
const fewestForLine = 7;

/** Undefined while there is too little to hold the reading against. */
export function strongest(
  view: View,
  { preset, stricter }: Required<Options>,
  cadence: Series["cadence"],
): Found | undefined {
  const { slots, values, count } = view;
  const inherited = inheritedBy(view);
  const least = inherited ? fewestOfYoung : fewest;
  const extra = (cadence === "daily" ? dailyExtra : 0) + stricter;
  let best: Omit<Found, "expected" | "band"> | undefined;
  let band: Band | undefined;
  let farthest = 0;
  for (const run of runs) {
    const n = count - run;
    if (n < least) break;
    const baseline = view.baseline(n, inherited);
    const limit = threshold(heights[preset][run === 1 ? "one" : "many"] + extra, baseline.df);
    band ??= { baseline, limit, view };
    const slot = meanFrom(slots, n, count);
    const off = meanFrom(values, n, count) - baseline.centre - baseline.slope * slot;
    const error = baseline.sigma * Math.sqrt(varianceOf(baseline, run, slot));
    // A series that never moved has no scatter: any move of it is without measure.
    const z = error === 0 ? (off === 0 ? 0 : Math.sign(off) * Number.MAX_VALUE) : off / error;
    const far = Math.abs(z) / limit;
    if (best !== undefined && far <= farthest) continue;
    farthest = far;
    best = { run, z, direction: z < 0 ? "down" : "up", isCandidate: far > 1, baseline };
  }
  if (best === undefined || band === undefined) return undefined;
  const climbs = best.isCandidate && best.baseline.slope === 0 && !inherited && isRatherLine(view, best.run);
  return {
    ...best,
    isCandidate: best.isCandidate && !climbs,
    expected: bandAt(band, slots[count - 1]!),
    band,
  };
}

/** What a segment that begins with the reading under test takes over; nothing where nothing is known yet. */
export function heirTo(view: View): Inherited | undefined {
  const n = view.count - 1;
  const inherited = inheritedBy(view);
  return n >= (inherited ? fewestOfYoung : fewest) ? view.baseline(n, inherited) : inherited;
}

/** The reading under test counts among the eight. */
function inheritedBy({ age, segment }: View): Inherited | undefined {
  return age + 1 < young ? segment.inherited : undefined;
}

/** The band at a later reading, while what fired is still waiting to be a spike or a shift. */
export function expectedAt({ band }: Found, slot: number): Expected {
  return bandAt(band, slot);
}

/** One line through everything explains the readings at least as well as two levels do. */
function isRatherLine({ slots, values, count }: View, run: number): boolean {
  if (count < fewestForLine) return false;
  const tested = values.subarray(0, count);
  const two = levelError(tested.subarray(0, -run)) + levelError(tested.subarray(-run));
  return lineError(slots.subarray(0, count), tested) <= two;
}

function bandAt({ baseline, limit, view: { scale, effectAt } }: Band, slot: number): Expected {
  const centre = baseline.centre + baseline.slope * slot + effectAt(slot);
  const half = limit * baseline.sigma * Math.sqrt(varianceOf(baseline, 1, slot));
  return { low: scale.from(centre - half), centre: scale.from(centre), high: scale.from(centre + half) };
}
