/** Small pieces of statistics the detector is made of. Every function takes at least one value. */

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

export function median(values: readonly number[]): number {
  return medianWithin(Float64Array.from(values));
}

/** With n − 1; 0 for a single value. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** Median absolute deviation from the median, unscaled. */
export function medianDeviation(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre)));
}

/** Correlation of neighbours; 0 where nothing varies. */
export function autocorrelation(values: readonly number[]): number {
  const centre = mean(values);
  let together = 0;
  let apart = 0;
  for (let i = 0; i < values.length; i += 1) {
    apart += (values[i]! - centre) ** 2;
    if (i > 0) together += (values[i]! - centre) * (values[i - 1]! - centre);
  }
  return apart === 0 ? 0 : together / apart;
}

/**
 * Mann–Kendall's test for a trend: S and its z with correction for ties and continuity (Kendall, Rank Correlation
 * Methods, 1975).
 */
export function mannKendall(values: readonly number[]): { s: number; z: number } {
  const n = values.length;
  let s = 0;
  let ties = 0;
  for (let i = 0; i < n; i += 1) {
    const value = values[i]!;
    for (let j = i + 1; j < n; j += 1) {
      const other = values[j]!;
      if (other > value) s += 1;
      else if (other < value) s -= 1;
      else ties += 1;
    }
  }
  const variance = n * (n - 1) * (2 * n + 5) - (ties > 0 ? tieCorrection(values) : 0);
  return { s, z: variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance / 18) };
}

/** The median of the slopes of all pairs, per slot (Theil 1950, Sen 1968). 0 for fewer than two. */
export function theilSen(slots: readonly number[], values: readonly number[]): number {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      slopes[at] = (values[j]! - values[i]!) / (slots[j]! - slots[i]!);
      at += 1;
    }
  return at === 0 ? 0 : medianWithin(slopes);
}

/** The least-squares line's squared error. */
export function lineError(slots: readonly number[], values: readonly number[]): number {
  const [middle, centre] = [mean(slots), mean(values)];
  let across = 0;
  let together = 0;
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    across += (slots[i]! - middle) ** 2;
    together += (slots[i]! - middle) * (values[i]! - centre);
    total += (values[i]! - centre) ** 2;
  }
  return across === 0 ? total : total - together ** 2 / across;
}

/** The squared error about the mean. */
export function levelError(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function tieCorrection(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count * (count - 1) * (2 * count + 5), 0);
}

/** The median of numbers that may be put into another order. */
function medianWithin(values: Float64Array): number {
  const half = values.length >> 1;
  const upper = select(values, half);
  if (values.length % 2 === 1) return upper;
  let lower = values[0]!;
  for (let i = 1; i < half; i += 1) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}

/** The value that would stand at a place if they were sorted; what is smaller lies before it then (Hoare 1961). */
function select(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i > j) break;
      const swapped = values[i]!;
      values[i] = values[j]!;
      values[j] = swapped;
      i += 1;
      j -= 1;
    }
    if (j < place) low = i;
    if (place < i) high = j;
  }
  return values[place]!;
}
