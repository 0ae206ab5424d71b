import { largestBefore, medianWithin, select } from "./statistics.ts";

/** Readings in order of time, and the trends of every beginning of them. Grows by one at the cost of one. */
export interface Trends {
  /** How many readings it holds. */
  readonly count: number;
  readonly slots: Float64Array;
  readonly values: Float64Array;
  /** As if it were new; its memory is used again. */
  clear(): void;
  /** Slots rise strictly. */
  push(slot: number, value: number): void;
  /** Mann–Kendall's test of the first readings: S and z, corrected for ties and continuity (Kendall, 1975). */
  mannKendall(count: number): { s: number; z: number };
  /** The median of the slopes of all pairs of them, per slot (Theil 1950, Sen 1968). 0 for fewer than two. */
  theilSen(count: number): number;
}

/** `most`: it will never hold more readings than that. */
export function emptyTrends(most: number): Trends {
  const slots = new Float64Array(most);
  const values = new Float64Array(most);
  // S and the number of ties among the first 1, 2, 3 … readings.
  const rise = new Int32Array(most);
  const ties = new Int32Array(most);
  // In the order of the later reading, so that the slopes of a beginning stand at the beginning.
  const slopes = new Float64Array((most * (most - 1)) / 2);
  const middle = createMiddle(slopes);
  let count = 0;
  let filled = 0;
  return {
    get count() {
      return count;
    },
    slots,
    values,
    clear() {
      count = filled = 0;
      middle.forget();
    },
    push(slot, value) {
      let s = count === 0 ? 0 : rise[count - 1]!;
      let tied = count === 0 ? 0 : ties[count - 1]!;
      for (let i = 0; i < count; i += 1) {
        const off = value - values[i]!;
        if (off > 0) s += 1;
        else if (off < 0) s -= 1;
        else tied += 1;
      }
      rise[count] = s;
      ties[count] = tied;
      slots[count] = slot;
      values[count] = value;
      count += 1;
    },
    mannKendall(n) {
      const s = rise[n - 1]!;
      const variance = n * (n - 1) * (2 * n + 5) - (ties[n - 1]! > 0 ? tieCorrection(values, n) : 0);
      return { s, z: variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance / 18) };
    },
    theilSen(n) {
      if (n < 2) return 0;
      for (; filled < n; filled += 1) {
        let at = (filled * (filled - 1)) / 2;
        for (let i = 0; i < filled; i += 1) {
          slopes[at] = (values[filled]! - values[i]!) / (slots[filled]! - slots[i]!);
          at += 1;
        }
      }
      return middle.of((n * (n - 1)) / 2);
    },
  };
}

/**
 * Medians of beginnings of a list that only grows. Between two numbers around the last median few lie, so that those few
 * are all that has to be put in order; of the rest it is enough how many are smaller.
 */
function createMiddle(list: Float64Array): { of(count: number): number; forget(): void } {
  const near = new Float64Array(list.length);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let seen = 0;
  let below = 0;
  let within = 0;

  function look(count: number): void {
    if (count < seen) seen = below = within = 0;
    for (; seen < count; seen += 1) {
      const one = list[seen]!;
      if (one < low) below += 1;
      else if (one <= high) {
        near[within] = one;
        within += 1;
      }
    }
  }

  /** Draws the two numbers anew, a thirty-second of the list away on each side, by putting all of it in order. */
  function draw(count: number): number {
    near.set(list.subarray(0, count));
    const median = medianWithin(near, count);
    const apart = Math.ceil(count / 32);
    high = select(near, Math.min(count - 1, (count >> 1) + apart), count);
    low = select(near, Math.max(0, (count >> 1) - apart), count);
    seen = below = within = 0;
    return median;
  }

  return {
    // The numbers around the median stay: what comes in the place of the list is mostly much like it.
    forget() {
      seen = below = within = 0;
    },
    of(count) {
      const half = count >> 1;
      look(count);
      // An even count needs the one before the middle too.
      if (half <= below || half >= below + within || within > 8 + count / 5) return draw(count);
      const upper = select(near, half - below, within);
      return count % 2 === 1 ? upper : (largestBefore(near, half - below) + upper) / 2;
    },
  };
}

function tieCorrection(values: Float64Array, count: number): number {
  const times = new Map<number, number>();
  for (let i = 0; i < count; i += 1) times.set(values[i]!, (times.get(values[i]!) ?? 0) + 1);
  let sum = 0;
  for (const tied of times.values()) sum += tied * (tied - 1) * (2 * tied + 5);
  return sum;
}
