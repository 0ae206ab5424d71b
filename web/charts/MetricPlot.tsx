import type { Metric } from "../../shared/metrics/metric.ts";
import { outside, usualRange } from "../../shared/metrics/usual-range.ts";
import { formatValue } from "../../shared/metrics/value.ts";
import { formatDay, plural } from "../ui/day.ts";
import { Plot } from "./Plot.tsx";
import type { Point } from "./scale.ts";

/**
 * A metric's readings: the usual range as water with its centre dashed, floor, ceiling and target as lines, and the latest
 * readings outside their range ringed. `series` is oldest first, one a day; `since` cuts what is drawn, not what is judged.
 */
export function MetricPlot({
  metric,
  series,
  since,
  today,
}: {
  metric: Pick<Metric, "name" | "unit" | "floor" | "ceiling" | "target">;
  series: readonly Point[];
  /** The first day drawn. */
  since: string;
  today: string;
}) {
  const shown = series.filter((one) => one.on >= since);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  const { unit, floor, ceiling, target } = metric;
  const range = usualRange(unit, series);
  const ringed = outside(unit, series)
    .map((one) => one.on)
    .filter((on) => on >= first.on);
  const value = (of: number) => formatValue(of, unit);
  const day = (on: string) => formatDay(on, undefined, today);
  const note = ringed[0];
  const level = (of: number | undefined, word: string) =>
    of === undefined ? [] : [{ value: of, word: `${word} ${value(of)}` }];
  return (
    <Plot
      points={shown}
      from={first.on}
      to={last.on === first.on ? today : last.on}
      fromWord={day(first.on)}
      midWord={note === undefined || note === last.on ? undefined : `outside its range ${day(note)}`}
      toWord={last.on === first.on ? "today" : day(last.on)}
      range={range}
      bounds={[...level(floor, "floor"), ...level(ceiling, "ceiling"), ...level(target, "target")]}
      ringed={ringed}
      label={[
        `${metric.name}: ${plural(shown.length, "reading")} from ${day(first.on)} to ${day(last.on)}, the last ${value(last.value)}`,
        range && `usual range ${value(range.low)} to ${value(range.high)}`,
        ringed.length > 0 && `outside its range on ${[...ringed].sort().map(day).join(", ")}`,
      ]
        .filter(Boolean)
        .join("; ")}
    />
  );
}
