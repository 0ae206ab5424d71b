import type { Point } from "../../../shared/charts/scale.ts";
import type { Metric as MetricBody } from "../../../shared/metrics/metric.ts";
import { formatValue } from "../../../shared/metrics/value.ts";
import { processLimits } from "../../../shared/signals/limits.ts";
import { Plot } from "../../charts/Plot.tsx";
import { formatDay } from "../../ui/day.ts";
import { Fold } from "../../ui/Fold.tsx";
import styles from "./Metric.module.css";

/** Limits of a handful of readings say nothing. */
const fewest = 6;
/** As many readings as one plot shows well. */
const most = 52;

/**
 * The classic XmR chart of the last readings, folded: values within centre ± 2.66 mean moving ranges, and the moving
 * ranges under 3.268 of them. Labelled, for it is not what decides here whether something fired.
 */
export function MetricProcess({
  unit,
  series,
  today,
}: {
  unit: MetricBody["unit"];
  series: readonly Point[];
  today: string;
}) {
  const points = series.slice(-most);
  const limits = points.length < fewest ? null : processLimits(points.map((one) => one.value));
  if (limits === null || !Number.isFinite(limits.upper - limits.lower)) return null;
  const ranges = points
    .slice(1)
    .map(({ on, value }, index) => ({ on, value: Math.abs(value - points[index]!.value) }));
  const [from, to] = [points[0]!.on, points.at(-1)!.on];
  const say = (value: number) => formatValue(value, unit);
  const band = (low: number, centre: number, high: number) => [
    { on: from, low, centre, high },
    { on: to, low, centre, high },
  ];
  const words = { fromWord: formatDay(from, undefined, today), toWord: formatDay(to, undefined, today) };
  return (
    <Fold summary="Classic process chart (XmR)">
      <div className={styles.process}>
        <p className={styles.soft}>
          One centre and one pair of limits for the last {points.length} readings, as in the textbooks. It
          knows no trend and no days of the week, and cries wolf several times as often; what fires here is
          judged by the plot above.
        </p>
        <Plot
          {...{ points, from, to, ...words }}
          band={band(limits.lower, limits.centre, limits.upper)}
          label={`Values: centre ${say(limits.centre)}, limits ${say(limits.lower)} to ${say(limits.upper)}`}
        />
        <p className={styles.soft}>
          Values: centre {say(limits.centre)}, limits {say(limits.lower)} to {say(limits.upper)}.
        </p>
        <Plot
          {...{ points: ranges, from, to, ...words }}
          band={band(0, limits.movingRange, limits.upperRange)}
          label={`Moving range: mean ${say(limits.movingRange)}, limit ${say(limits.upperRange)}`}
        />
        <p className={styles.soft}>
          Moving range, one reading against the next: mean {say(limits.movingRange)}, limit{" "}
          {say(limits.upperRange)}.
        </p>
      </div>
    </Fold>
  );
}
