import type { Slotted } from "./slots.ts";
import { mean, median } from "./statistics.ts";

const window = 84;
const fewest = 21;
const perWeekday = 2;

/**
 * What each day of the week adds, out of the last 84 days before a slot: values less the mean of the seven days around
 * them where all seven are known, their median by weekday, less the mean of those. Undefined while there is too little.
 */
export function weekdayEffect(
  before: readonly Slotted[],
  values: readonly number[],
  slot: number,
): readonly number[] | undefined {
  const bySlot = new Map<number, number>();
  before.forEach((one, index) => {
    if (one.slot >= slot - window) bySlot.set(one.slot, values[index]!);
  });
  if (bySlot.size < fewest) return undefined;
  const apart: number[][] = Array.from({ length: 7 }, () => []);
  for (const [at, value] of bySlot) {
    const around: number[] = [];
    for (let day = at - 3; day <= at + 3; day += 1) {
      const known = bySlot.get(day);
      if (known !== undefined) around.push(known);
    }
    if (around.length === 7) apart[weekday(at)]!.push(value - mean(around));
  }
  if (apart.some((one) => one.length < perWeekday)) return undefined;
  const medians = apart.map(median);
  const level = mean(medians);
  return medians.map((one) => one - level);
}

/** 0 is Monday. */
export function weekday(slot: number): number {
  return ((slot % 7) + 7) % 7;
}
