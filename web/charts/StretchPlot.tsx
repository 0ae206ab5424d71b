import { useState } from "react";
import { type Stretch, spotsOf } from "../../shared/metrics/stretch.ts";
import { formatValue } from "../../shared/metrics/value.ts";
import { formatDay, plural } from "../ui/day.ts";
import { Segmented } from "../ui/Segmented.tsx";
import { dipsOf, judgedStretch, type MetricPlotProps, StretchedPlot } from "./MetricPlot.tsx";
import { monthWord } from "./month-word.ts";
import { eventWords, notedOf } from "./noted.ts";
import { PlotTable } from "./PlotTable.tsx";
import styles from "./StretchPlot.module.css";

const stretches: readonly { value: Stretch; label: string }[] = [
  { value: "weeks", label: "Weeks" },
  { value: "months", label: "Months" },
  { value: "years", label: "Years" },
];

const nothing = {
  weeks: "No reading in the last 13 weeks; look at a longer stretch.",
  months: "No reading in the last twelve months; look at all years.",
  years: "",
} as const;

const stateWords = {
  learning: "",
  usual: "",
  above: ", above its range",
  below: ", below its range",
} as const;

/** A metric's line over weeks, months or years, and the same numbers as a table. Nothing without a reading. */
export function StretchPlot(props: MetricPlotProps) {
  const { metric, series, today } = props;
  const [stretch, setStretch] = useState<Stretch>("weeks");
  if (series.length === 0) return null;
  const noted = notedOf(metric.id, props.segment, props.noted);
  const dips = dipsOf(metric, props.segment, noted);
  const spots = spotsOf(series, stretch, today, dips);
  const byMonth = stretch !== "weeks";
  const unfinished = byMonth && spots.at(-1)?.on.slice(0, 7) === today.slice(0, 7);
  const when = ({ on, readings, dip }: (typeof spots)[number]) =>
    byMonth
      ? `${monthWord(on, "long")}, ${plural(readings, "reading")}${dip ? " in an expected dip" : ""}`
      : formatDay(on, undefined, today);
  const states = new Map(
    judgedStretch({ ...props, noted, stretch }).readings.map((one) => [one.on, stateWords[one.state]]),
  );
  const marked = noted.events.filter((one) => one.on >= (spots[0]?.on ?? today) && one.on <= today);
  const rows = [
    ...spots.map((one) => ({
      key: one.on,
      when: when(one),
      value: formatValue(one.value, metric.unit) + (states.get(one.on) ?? ""),
    })),
    ...marked.map((one) => ({
      key: `${one.on} ${one.id}`,
      when: formatDay(one.on, undefined, today),
      value: eventWords(one, today),
    })),
  ].sort((a, b) => (a.key < b.key ? 1 : -1));
  return (
    <div className={styles.stretches}>
      {spots.length === 0 ? (
        <p className={styles.note}>{nothing[stretch]}</p>
      ) : (
        <StretchedPlot {...props} stretch={stretch} />
      )}
      {byMonth && spots.length > 0 ? (
        <p className={styles.note}>
          Each point is the mean of a month{dips === undefined ? "" : ", expected dips left out"}
          {unfinished ? "; the last one is not over yet" : ""}.
        </p>
      ) : null}
      <Segmented label="How far back" options={stretches} value={stretch} onChange={setStretch} />
      {spots.length === 0 ? null : (
        <PlotTable
          caption={`${metric.name}, ${byMonth ? "the mean of each month" : "each reading"}`}
          heads={[byMonth ? "Month" : "Day", "Value"]}
          rows={rows}
        />
      )}
    </div>
  );
}
