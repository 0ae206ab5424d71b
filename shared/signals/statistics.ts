/**
 * Small pieces of statistics the detector is made of. Every function takes at least one value; `count`, where it is
 * taken, says how many of them from the first on.
 */

type Values = ArrayLike<number>;

export function mean(values: Values, count = values.length): number {
  return meanFrom(values, 0, count);
}

/** The mean of those from one place up to another, which is left out. */
export function meanFrom(values: Values, from: number, until: number): number {
  let sum = 0;
  for (let i = from; i < until; i += 1) sum += values[i]!;
  return sum / (until - from);
}

export function median(values: Values, count = values.length): number {
  const scratch = room(count);
  for (let i = 0; i < count; i += 1) scratch[i] = values[i]!;
  return medianWithin(scratch, count);
}

/** With n − 1; 0 for a single value. */
export function standardDeviation(values: Values, count = values.length): number {
  if (count < 2) return 0;
  const centre = mean(values, count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += (values[i]! - centre) ** 2;
  return Math.sqrt(sum / (count - 1));
}

/** Median absolute deviation from the median, unscaled. */
export function medianDeviation(values: Values, count = values.length): number {
  const centre = median(values, count);
  const scratch = room(count);
  for (let i = 0; i < count; i += 1) scratch[i] = Math.abs(values[i]! - centre);
  return medianWithin(scratch, count);
}

/** Correlation of neighbours; 0 where nothing varies. */
export function autocorrelation(values: Values, count = values.length): number {
  const centre = mean(values, count);
  let together = 0;
  let apart = 0;
  for (let i = 0; i < count; i += 1) {
    apart += (values[i]! - centre) ** 2;
    if (i > 0) together += (values[i]! - centre) * (values[i - 1]! - centre);
  }
  return apart === 0 ? 0 : together / apart;
}

/** The least-squares line's squared error. */
export function lineError(slots: Values, values: Values): number {
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
export function levelError(values: Values): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (values[i]! - centre) ** 2;
  return sum;
}

/** The median of the first `count` numbers, which may be put into another order. */
export function medianWithin(values: Float64Array, count: number): number {
  const half = count >> 1;
  const upper = select(values, half, count);
  if (count % 2 === 1) return upper;
  return (largestBefore(values, half) + upper) / 2;
}

/** The value that would stand at a place if they were sorted; what is smaller lies before it then (Hoare 1961). */
export function select(values: Float64Array, place: number, count: number): number {
  let low = 0;
  let high = count - 1;
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

export function largestBefore(values: Float64Array, place: number): number {
  let largest = values[0]!;
  for (let i = 1; i < place; i += 1) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

/** One piece of memory for all medians, which are most of the work. */
function room(count: number): Float64Array {
  if (shared.length < count) shared = new Float64Array(2 * count);
  return shared;
}

let shared = new Float64Array(256);
