import { mean, median } from "./statistics.ts";

const window = 84;
const fewest = 21;
const perWeekday = 2;

/**
 * What each day of the week adds, out of the last 84 days before a slot: values less the mean of the seven days around
 * them where all seven are known, their median by weekday, less the mean of those. Undefined while there is too little.
 * Values that are not finite count as missing.
 */
export function weekdayEffect(
  slots: readonly number[],
  values: readonly number[],
  slot: number,
): readonly number[] | undefined {
  const first = slot - window;
  // Missing days stay missing: NaN, also for the three days beyond each end.
  const days = new Float64Array(window + 6).fill(Number.NaN);
  let known = 0;
  for (let i = 0; i < slots.length; i += 1) {
    if (slots[i]! < first || !Number.isFinite(values[i]!)) continue;
    days[slots[i]! - first + 3] = values[i]!;
    known += 1;
  }
  if (known < fewest) return undefined;
  const apart: number[][] = [[], [], [], [], [], [], []];
  for (let day = 0; day < window; day += 1) {
    let sum = 0;
    for (let near = day; near < day + 7; near += 1) sum += days[near]!;
    if (!Number.isNaN(sum)) apart[weekday(first + day)]!.push(days[day + 3]! - sum / 7);
  }
  if (apart.some((one) => one.length < perWeekday)) return undefined;
  const medians = apart.map((one) => median(one));
  const level = mean(medians);
  return medians.map((one) => one - level);
}

/** 0 is Monday. */
export function weekday(slot: number): number {
  return ((slot % 7) + 7) % 7;
}
