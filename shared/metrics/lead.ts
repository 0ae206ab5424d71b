import { seeded, shuffle } from "./seeded.ts";

export type LeadVerdict =
  | "not enough weeks"
  | "early sign"
  | "tends to move first"
  | "no evidence either way";

export interface Lead {
  verdict: LeadVerdict;
  /** By how many weeks the input is earlier where the two go together best, 1–4. */
  lag?: number;
  /** How closely their changes go together at that lag, −1 to 1, with its 80 % interval (Fisher's z). */
  r?: number;
  low?: number;
  high?: number;
  /** How often changes in any other order go together as closely at some lag, 0–1. For judging, not for showing. */
  p?: number;
  /** Weeks in which both have a reading. */
  readings: number;
}

const lags = [1, 2, 3, 4] as const;
const permutations = 999;
/** So many orders that do as well settle it: the rest would change nothing (Besag and Clifford, 1991). */
const settled = 40;
const fewest = 13;
const enough = 26;
const halvable = 40;
const rare = 0.01;
const normal80 = 1.2815515655446004;

/**
 * Whether an input's weekly changes come before the North Star's. Both series hold values of the same weeks, null where
 * there is none. Changes, never levels: two series that only grow go together at any lag. `expect` is "opposite" where
 * a fall of the input is good for the star. The same seed gives the same answer.
 */
export function leadCheck(
  input: readonly (number | null)[],
  northStar: readonly (number | null)[],
  { seed, expect = "same" }: { seed: number; expect?: "same" | "opposite" },
): Lead {
  const sign = expect === "same" ? 1 : -1;
  const [before, after] = changes(input, northStar);
  const readings = input.filter((one, week) => one !== null && (northStar[week] ?? null) !== null).length;
  if (readings < fewest) return { verdict: "not enough weeks", readings };
  const best = strongest(before, after, sign);
  if (best === undefined) return { verdict: "no evidence either way", readings };
  const p = chanceOf(best.r, before, after, sign, seed);
  const width = best.pairs > 3 ? normal80 / Math.sqrt(best.pairs - 3) : Number.POSITIVE_INFINITY;
  const [low, high] = [Math.tanh(Math.atanh(best.r) - width), Math.tanh(Math.atanh(best.r) + width)];
  const found = { lag: best.lag, r: sign * best.r, p, readings };
  const interval = sign === 1 ? { low, high } : { low: -high, high: -low };
  return { verdict: verdictOf(), ...found, ...interval };

  function verdictOf(): LeadVerdict {
    if (p >= rare) return "no evidence either way";
    if (readings < enough) return "early sign";
    return readings < halvable || sameInBothHalves() ? "tends to move first" : "no evidence either way";
  }

  function sameInBothHalves(): boolean {
    const middle = Math.floor(before.length / 2);
    const halves = [[0, middle] as const, [middle, before.length] as const].map(
      ([from, to]) => strongest(before.slice(from, to), after.slice(from, to), sign)?.lag,
    );
    return halves.every((lag) => lag === best!.lag);
  }
}

/** Week-to-week changes, NaN where one of the two weeks lacks a value of either. */
function changes(input: readonly (number | null)[], northStar: readonly (number | null)[]) {
  const length = Math.max(0, Math.min(input.length, northStar.length) - 1);
  const [before, after] = [
    new Float64Array(length).fill(Number.NaN),
    new Float64Array(length).fill(Number.NaN),
  ];
  for (let week = 0; week < length; week += 1) {
    const [a, b] = [input[week] ?? null, input[week + 1] ?? null];
    const [c, d] = [northStar[week] ?? null, northStar[week + 1] ?? null];
    if (a === null || b === null || c === null || d === null) continue;
    before[week] = b - a;
    after[week] = d - c;
  }
  return [before, after] as const;
}

interface Best {
  lag: number;
  r: number;
  pairs: number;
}

/** The lag at which they go together best in the expected direction; undefined where nothing varies. */
function strongest(before: Float64Array, after: Float64Array, sign: number): Best | undefined {
  let best: Best | undefined;
  for (const lag of lags) {
    const found = correlation(before, after, lag);
    if (found === undefined) continue;
    const r = sign * found.r;
    if (best === undefined || r > best.r) best = { lag, r, pairs: found.pairs };
  }
  return best;
}

/** Pearson's r of what the input did and what the star did `lag` weeks later. */
function correlation(before: Float64Array, after: Float64Array, lag: number) {
  let [pairs, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (let week = 0; week + lag < after.length; week += 1) {
    const [x, y] = [before[week]!, after[week + lag]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    pairs += 1;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += x * y;
  }
  if (pairs < 3) return undefined;
  const spread = (sumXX - (sumX * sumX) / pairs) * (sumYY - (sumY * sumY) / pairs);
  if (!(spread > 0)) return undefined;
  const r = (sumXY - (sumX * sumY) / pairs) / Math.sqrt(spread);
  return { pairs, r: Math.max(-0.999_999, Math.min(0.999_999, r)) };
}

/** The share of orders of the input's changes, the one there is included, that do at least as well at some lag. */
function chanceOf(
  observed: number,
  before: Float64Array,
  after: Float64Array,
  sign: number,
  seed: number,
): number {
  const places = [...before.keys()].filter((week) => !Number.isNaN(before[week]!));
  const values = Float64Array.from(places, (week) => before[week]!);
  const shuffled = before.slice();
  const random = seeded(seed);
  let asGood = 1;
  let rounds = 1;
  for (; rounds <= permutations && asGood < settled; rounds += 1) {
    shuffle(values, random);
    places.forEach((week, index) => {
      shuffled[week] = values[index]!;
    });
    if ((strongest(shuffled, after, sign)?.r ?? -1) >= observed) asGood += 1;
  }
  return asGood / rounds;
}
