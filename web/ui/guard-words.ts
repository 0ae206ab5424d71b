import type { Metric } from "../../shared/metrics/metric.ts";
import { formatValue } from "../../shared/metrics/value.ts";

type Guarded = Pick<Metric, "floor" | "ceiling" | "unit" | "cadence">;

const periods = { daily: "day", weekly: "week", monthly: "month" } as const;
const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "26% against a ceiling of 24%, three weeks" or "22%, kept below a ceiling of 24%"; `values` oldest first, not empty. */
export function guardWords(metric: Guarded, values: readonly number[]): string {
  const { floor, ceiling, unit, cadence } = metric;
  const last = values.at(-1)!;
  const now = formatValue(last, unit);
  if (ceiling !== undefined && last > ceiling)
    return `${now} against a ceiling of ${formatValue(ceiling, unit)}, ${run((value) => value > ceiling)}`;
  if (floor !== undefined && last < floor)
    return `${now} against a floor of ${formatValue(floor, unit)}, ${run((value) => value < floor)}`;
  if (ceiling !== undefined && floor !== undefined)
    return `${now}, kept between ${formatValue(floor, unit)} and ${formatValue(ceiling, unit)}`;
  return ceiling === undefined
    ? `${now}, kept above a floor of ${formatValue(floor, unit)}`
    : `${now}, kept below a ceiling of ${formatValue(ceiling, unit)}`;

  function run(broken: (value: number) => boolean): string {
    const kept = values.findLastIndex((value) => !broken(value));
    const length = values.length - 1 - kept;
    const word = numbers[length] ?? String(length);
    return `${word} ${periods[cadence]}${length === 1 ? "" : "s"}`;
  }
}
