import type { Metric } from "../../shared/metrics/metric.ts";
import type { Trend } from "../../shared/metrics/trend.ts";
import { daysBetween } from "../../shared/time/local-date.ts";
import { formatDay } from "./day.ts";
import { formatDelta } from "./value.ts";

const periods = {
  daily: [1, "the day before"],
  weekly: [7, "the week before"],
  monthly: [31, "the month before"],
} as const;

/** "+5 on the week before", or since when, where a reading was left out. Empty with only one reading. */
export function deltaWords(
  { on, before }: Trend,
  { cadence, unit }: Pick<Metric, "cadence" | "unit">,
): string {
  if (before === undefined) return "";
  const [days, words] = periods[cadence];
  const gap = daysBetween(before.on, on);
  const against = gap <= days ? words : formatDay(before.on, undefined, on);
  return `${formatDelta(before.delta, unit)} on ${against}`;
}
