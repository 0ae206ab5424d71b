import type { Scale } from "./scale.ts";
import { autocorrelation, mean, medianDeviation, standardDeviation } from "./statistics.ts";
import type { Trends } from "./trends.ts";

/** What a reading is held against: a line through what came before it, and how far readings scatter about it. */
export interface Baseline {
  n: number;
  /** The line's height at slot 0, and its rise per slot; 0 where no trend is sure. */
  centre: number;
  slope: number;
  sigma: number;
  df: number;
  /** Correlation of neighbours, pulled toward a cautious guess while readings are few. */
  phi: number;
  meanSlot: number;
  /** Sum of squared distances from the mean slot. */
  spread: number;
}

/** What a young segment takes over from the one before it. */
export interface Inherited {
  slope: number;
  sigma: number;
}

const perRange = 1.128;
const rangeLimit = 3.268;
const perDeviation = 1.4826;
const sureTrend = 1.645;
const fewestForTrend = 8;
const inheritedDf = 12;

/**
 * Fits the baseline to the first `n` readings of a sample on their working scale. The steps and constants are those of
 * the detector's description; a segment too young to know its own scatter brings that of the one before.
 */
export function baselineOf(
  sample: Trends,
  n: number,
  scale: Pick<Scale, "floor">,
  inherited?: Inherited,
): Baseline {
  const { slots, values } = sample;
  // Step 1: a trend only where it is sure.
  const trending =
    inherited === undefined && n >= fewestForTrend && Math.abs(sample.mannKendall(n).z) > sureTrend;
  const slope = inherited?.slope ?? (trending ? sample.theilSen(n) : 0);
  // Step 2: what remains without it, and its centre.
  const rest = residues.length < n ? new Float64Array(n) : residues;
  for (let i = 0; i < n; i += 1) rest[i] = values[i]! - slope * slots[i]!;
  const centre = mean(rest, n);
  const meanSlot = mean(slots, n);
  // Steps 3 and 4: the scatter, and the least that is believed.
  const sigma = inherited?.sigma ?? Math.max(sigmaOf(rest, n), scale.floor(centre + slope * meanSlot));
  // Step 5, and the part of step 6 that does not depend on how many readings are tested.
  const df = inherited ? inheritedDf : Math.max(2, 0.62 * (n - 1) - (slope === 0 ? 0 : 1));
  const phi = (Math.min(0.6, Math.max(0, autocorrelation(rest, n)) + 1 / n) * n) / (n + 6);
  let spread = 0;
  for (let i = 0; i < n; i += 1) spread += (slots[i]! - meanSlot) ** 2;
  return { n, centre, slope, sigma, df, phi, meanSlot, spread };
}

/** Variance, in sigmas squared, of the mean of `m` readings around `slot` about the line: steps 6 of the description. */
export function varianceOf({ n, slope, phi, meanSlot, spread }: Baseline, m: number, slot: number): number {
  let variance = 1 / m + 1 / n;
  if (slope !== 0 && spread > 0) variance += (slot - meanSlot) ** 2 / spread;
  if (m > 1 && n >= 10) for (let k = 1; k < m; k += 1) variance += (2 / m) * (1 - k / m) * phi ** k;
  return variance;
}

/** The moving range's sigma, unless single outliers blow it up; a robust one guards from below. */
function sigmaOf(rest: Float64Array, n: number): number {
  if (n < 2) return 0;
  const robust = Math.min(perDeviation * medianDeviation(rest, n), standardDeviation(rest, n));
  return Math.max(screenedRange(rest, n) / perRange, robust);
}

/** The mean moving range of the first `n`, at least two: once more without the large ones, if half of them remain. */
export function screenedRange(values: ArrayLike<number>, n: number): number {
  const ranges = n - 1;
  let total = 0;
  for (let i = 0; i < ranges; i += 1) total += Math.abs(values[i + 1]! - values[i]!);
  const first = total / ranges;
  let kept = 0;
  let sum = 0;
  for (let i = 0; i < ranges; i += 1) {
    const one = Math.abs(values[i + 1]! - values[i]!);
    if (one > rangeLimit * first) continue;
    kept += 1;
    sum += one;
  }
  return kept >= ranges / 2 ? sum / kept : first;
}

/** Memory that is used again: asking for some costs more than the arithmetic on it. */
const residues = new Float64Array(128);
