import type { Metric } from "../../shared/metrics/metric.ts";
import { gapOf, type Stretch, spotsOf } from "../../shared/metrics/stretch.ts";
import { outside, usualRange } from "../../shared/metrics/usual-range.ts";
import { formatValue } from "../../shared/metrics/value.ts";
import { formatDay, plural } from "../ui/day.ts";
import { monthWord } from "./month-word.ts";
import { Plot } from "./Plot.tsx";
import type { Point } from "./scale.ts";

export type Plotted = Pick<Metric, "name" | "unit" | "cadence" | "floor" | "ceiling" | "target">;

interface MetricPlotProps {
  metric: Plotted;
  /** Oldest first, one a day. */
  series: readonly Point[];
  today: string;
}

/**
 * A metric's readings: the usual range as water with its centre dashed, floor, ceiling and target as lines, and the latest
 * readings outside their range ringed. `since`, the first day drawn, cuts what is seen and not what is judged.
 */
export function MetricPlot({ since, ...props }: MetricPlotProps & { since: string }) {
  const { series, metric, today } = props;
  return (
    <Judged
      {...props}
      points={series.filter((one) => one.on >= since)}
      gapDays={gapOf(metric.cadence, "weeks")}
      dayWord={(on) => formatDay(on, undefined, today)}
      what="reading"
    />
  );
}

/** The same over one of the three stretches. By month it is the months that are drawn, and those over that are judged. */
export function StretchedPlot({ stretch, ...props }: MetricPlotProps & { stretch: Stretch }) {
  const { series, metric, today } = props;
  const byMonth = stretch !== "weeks";
  return (
    <Judged
      {...props}
      series={byMonth ? spotsOf(series, "years", today).filter((one) => !sameMonth(one.on, today)) : series}
      points={spotsOf(series, stretch, today)}
      gapDays={gapOf(metric.cadence, stretch)}
      dayWord={(on) => (byMonth ? monthWord(on) : formatDay(on, undefined, today))}
      what={byMonth ? "month" : "reading"}
    />
  );
}

function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

function Judged({
  metric,
  series,
  today,
  points,
  gapDays,
  dayWord,
  what,
}: MetricPlotProps & {
  points: readonly Point[];
  gapDays: number;
  dayWord: (on: string) => string;
  what: "reading" | "month";
}) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const { unit, floor, ceiling, target } = metric;
  const judged = usualRange(unit, series);
  // Numbers beyond what can be added up have no range.
  const range = judged && Number.isFinite(judged.high - judged.low) ? judged : undefined;
  const ringed =
    range === undefined ? [] : outside(unit, series).flatMap(({ on }) => (on >= first.on ? on : []));
  const value = (of: number) => formatValue(of, unit);
  const note = ringed[0];
  const alone = last.on === first.on;
  const at = what === "month" ? "in" : "on";
  const span = alone ? `${at} ${dayWord(first.on)}` : `from ${dayWord(first.on)} to ${dayWord(last.on)}`;
  const level = (of: number | undefined, word: string) =>
    of === undefined ? [] : [{ value: of, word: `${word} ${value(of)}` }];
  return (
    <Plot
      points={points}
      from={first.on}
      to={alone && today > first.on ? today : last.on}
      fromWord={dayWord(first.on)}
      midWord={note === undefined || note === last.on ? undefined : `outside its range ${dayWord(note)}`}
      toWord={alone ? "today" : dayWord(last.on)}
      range={range}
      bounds={[...level(floor, "floor"), ...level(ceiling, "ceiling"), ...level(target, "target")]}
      ringed={ringed}
      gapDays={gapDays}
      label={[
        `${metric.name}: ${plural(points.length, what)} ${span}, the last ${value(last.value)}`,
        range && `usual range ${value(range.low)} to ${value(range.high)}`,
        ringed.length > 0 && `outside its range ${at} ${[...ringed].sort().map(dayWord).join(", ")}`,
      ]
        .filter(Boolean)
        .join("; ")}
    />
  );
}
