import { largestBefore, medianWithin, room, select } from "./statistics.ts";

/** The trends of every beginning of a series: what the first `count` readings alone would say. */
export interface Trends {
  /**
   * Mann–Kendall's test: S and its z with correction for ties and continuity (Kendall, Rank Correlation Methods, 1975).
   */
  mannKendall(count: number): { s: number; z: number };
  /** The median of the slopes of all pairs, per slot (Theil 1950, Sen 1968). 0 for fewer than two. */
  theilSen(count: number): number;
}

/** Where the last median slope lay. The next one of the same series is mostly near, which saves most of the sorting. */
export interface Guess {
  middle: number;
  width: number;
}

export function noGuess(): Guess {
  return { middle: 0, width: 0 };
}

/** Slots rise strictly. Every pair is looked at once, however many beginnings are asked about. */
export function trendsOf(slots: ArrayLike<number>, values: ArrayLike<number>, guess = noGuess()): Trends {
  const n = values.length;
  // S and the number of ties among the first 1, 2, 3 … readings.
  const rise = new Int32Array(n);
  const ties = new Int32Array(n);
  for (let j = 1; j < n; j += 1) {
    const value = values[j]!;
    let s = rise[j - 1]!;
    let tied = ties[j - 1]!;
    for (let i = 0; i < j; i += 1) {
      const off = value - values[i]!;
      if (off > 0) s += 1;
      else if (off < 0) s -= 1;
      else tied += 1;
    }
    rise[j] = s;
    ties[j] = tied;
  }
  let slopes: Float64Array | undefined;
  return {
    mannKendall(count) {
      const s = rise[count - 1]!;
      const correction = ties[count - 1]! > 0 ? tieCorrection(values, count) : 0;
      const variance = count * (count - 1) * (2 * count + 5) - correction;
      return { s, z: variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance / 18) };
    },
    theilSen(count) {
      if (count < 2) return 0;
      slopes ??= slopesOf(slots, values);
      return medianNear(slopes, (count * (count - 1)) / 2, guess);
    },
  };
}

/** In the order of the later reading, so that those of a beginning stand at the beginning. */
function slopesOf(slots: ArrayLike<number>, values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let j = 1; j < n; j += 1)
    for (let i = 0; i < j; i += 1) {
      slopes[at] = (values[j]! - values[i]!) / (slots[j]! - slots[i]!);
      at += 1;
    }
  return slopes;
}

/** The exact median: by sorting only what lies near the guess, or everything where the guess was wrong. */
function medianNear(slopes: Float64Array, count: number, guess: Guess): number {
  const half = count >> 1;
  const near = room(count);
  const [low, high] = [guess.middle - guess.width, guess.middle + guess.width];
  let below = 0;
  let within = 0;
  for (let i = 0; i < count; i += 1) {
    const slope = slopes[i]!;
    if (slope < low) below += 1;
    else if (slope <= high) {
      near[within] = slope;
      within += 1;
    }
  }
  // An even count needs the one before the middle too.
  const isNear = half - 1 >= below && half < below + within;
  if (!isNear) {
    near.set(slopes.subarray(0, count));
    guess.middle = medianWithin(near, count);
    // A band of about an eighth of them, by where the slope at that distance lies.
    const place = Math.min(count - 1, half + Math.ceil(count / 16));
    guess.width = select(near, place, count) - guess.middle;
    return guess.middle;
  }
  if (within > count / 4) guess.width /= 2;
  else if (within < count / 16) guess.width *= 1.5;
  const upper = select(near, half - below, within);
  guess.middle = count % 2 === 1 ? upper : (largestBefore(near, half - below) + upper) / 2;
  return guess.middle;
}

function tieCorrection(values: ArrayLike<number>, count: number): number {
  const times = new Map<number, number>();
  for (let i = 0; i < count; i += 1) times.set(values[i]!, (times.get(values[i]!) ?? 0) + 1);
  let sum = 0;
  for (const tied of times.values()) sum += tied * (tied - 1) * (2 * tied + 5);
  return sum;
}
