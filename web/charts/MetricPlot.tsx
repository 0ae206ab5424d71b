import type { Point } from "../../shared/charts/scale.ts";
import type { Metric } from "../../shared/metrics/metric.ts";
import { gapOf, type Stretch, spotsOf } from "../../shared/metrics/stretch.ts";
import { formatValue } from "../../shared/metrics/value.ts";
import { type Judged, judgedMetric } from "../../shared/metrics/watched.ts";
import type { Series } from "../../shared/signals/detect.ts";
import { metricSeries } from "../../shared/signals/series-of.ts";
import { formatDay, plural } from "../ui/day.ts";
import { monthWord } from "./month-word.ts";
import { eventWords, type Noted, notedOf, ringsOf } from "./noted.ts";
import { Plot } from "./Plot.tsx";

export type Plotted = { id: string } & Pick<
  Metric,
  "name" | "unit" | "cadence" | "goodDirection" | "floor" | "ceiling" | "target"
>;

export interface MetricPlotProps {
  metric: Plotted;
  /** Oldest first, one a day. */
  series: readonly Point[];
  /** The segment of the metric it is a series of; "" is the whole. */
  segment?: string | undefined;
  /** What people marked and answered, of whatever metric. */
  noted?: Noted | undefined;
  /** What the plot is about began and was noticed on these days. */
  began?: { from: string; to: string } | undefined;
  today: string;
}

/**
 * A metric's readings: what was expected of each of them as water with its centre dashed, floor, ceiling and target as
 * lines, and the readings that fired ringed. `since`, the first day drawn, cuts what is seen and not what is judged.
 */
export function MetricPlot({ since, ...props }: MetricPlotProps & { since: string }) {
  const { series, metric, segment, today } = props;
  const noted = notedOf(metric.id, segment, props.noted);
  return (
    <JudgedPlot
      {...props}
      points={series.filter((one) => one.on >= since)}
      judged={judgedMetric(metric, series, noted, segment)}
      noted={noted}
      gapDays={gapOf(metric.cadence, "weeks")}
      dayWord={(on) => formatDay(on, undefined, today)}
      what="reading"
    />
  );
}

/** The same over one of the three stretches. By month it is the months that are drawn, and those over that are judged. */
export function StretchedPlot({ stretch, ...props }: MetricPlotProps & { stretch: Stretch }) {
  const { series, metric, segment, today } = props;
  const noted = notedOf(metric.id, segment, props.noted);
  const byMonth = stretch !== "weeks";
  return (
    <JudgedPlot
      {...props}
      points={spotsOf(series, stretch, today, dipsOf(metric, segment, noted))}
      judged={judgedStretch({ ...props, noted, stretch })}
      noted={byMonth ? { ...noted, anomalies: [] } : noted}
      gapDays={gapOf(metric.cadence, stretch)}
      dayWord={(on) => (byMonth ? monthWord(on) : formatDay(on, undefined, today))}
      what={byMonth ? "month" : "reading"}
    />
  );
}

/** Days of a metric that are set aside. */
export function dipsOf(metric: Plotted, segment: string | undefined, noted: Noted): Series["dips"] {
  return metricSeries(metric, [], noted, segment === "" ? undefined : segment).dips;
}

/**
 * Readings as they are; over months their means, without the month that is not over yet and those that lie in a dip. A
 * new level or meaning begins with the first month after it.
 */
export function judgedStretch({
  metric,
  series,
  segment,
  noted,
  stretch,
  today,
}: MetricPlotProps & { stretch: Stretch }): Judged {
  if (stretch === "weeks") return judgedMetric(metric, series, noted, segment);
  const said = notedOf(metric.id, segment, noted);
  const months = spotsOf(series, "years", today, dipsOf(metric, segment, said)).filter(
    (one) => one.dip === undefined && one.on.slice(0, 7) !== today.slice(0, 7),
  );
  // A dip of days is left out of its month's mean already; the month itself counts.
  const told = { ...said, events: said.events.filter((one) => one.type !== "expected-dip") };
  return judgedMetric({ ...metric, cadence: "monthly" }, months, told, segment);
}

function JudgedPlot({
  metric,
  noted,
  began,
  today,
  points,
  judged,
  gapDays,
  dayWord,
  what,
}: Pick<MetricPlotProps, "metric" | "began" | "today"> & {
  noted: Noted;
  points: readonly Point[];
  judged: Judged;
  gapDays: number;
  dayWord: (on: string) => string;
  what: "reading" | "month";
}) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const { unit, floor, ceiling, target } = metric;
  const alone = last.on === first.on;
  const to = alone && today > first.on ? today : last.on;
  const band = judged.readings.flatMap(({ on, expected }) =>
    expected === undefined || on < first.on ? [] : { on, ...expected },
  );
  const { ringed, quiet, word } = ringsOf(judged, noted, first.on, today);
  const marks = noted.events.filter((one) => one.on <= to && (one.untilOn ?? one.on) >= first.on);
  const value = (of: number) => formatValue(of, unit);
  const at = what === "month" ? "in" : "on";
  const span = alone ? `${at} ${dayWord(first.on)}` : `from ${dayWord(first.on)} to ${dayWord(last.on)}`;
  const level = (of: number | undefined, name: string) =>
    of === undefined ? [] : [{ value: of, word: `${name} ${value(of)}` }];
  const usual = band.at(-1);
  const days = (list: readonly string[]) => list.map(dayWord).join(", ");
  return (
    <Plot
      points={points}
      from={first.on}
      to={to}
      fromWord={dayWord(first.on)}
      midWord={ringed.at(-1) === last.on && ringed.length === 1 ? undefined : word}
      toWord={alone ? "today" : dayWord(last.on)}
      band={band}
      bounds={[...level(floor, "floor"), ...level(ceiling, "ceiling"), ...level(target, "target")]}
      ringed={ringed}
      answered={quiet.map((one) => one.on)}
      marks={marks}
      began={began}
      gapDays={gapDays}
      label={[
        `${metric.name}: ${plural(points.length, what)} ${span}, the last ${value(last.value)}`,
        usual && `usual range ${value(usual.low)} to ${value(usual.high)}`,
        ringed.length > 0 && `outside its range ${at} ${days(ringed)}`,
        ...quiet.map((one) => `${dayWord(one.on)} ${one.word}`),
        ...marks.map((one) => `${formatDay(one.on, undefined, today)} ${eventWords(one, today)}`),
      ]
        .filter(Boolean)
        .join("; ")}
    />
  );
}
