import { formatDelta, formatNumber, formatValue } from "../../../shared/metrics/value.ts";
import type { Report } from "../../../shared/reviews/report.ts";
import { metricMark } from "../../../shared/reviews/report-metric-words.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { formatDay } from "../../ui/day.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Tv.module.css";

/** Each input with its number and its line. */
export function TvInputs({ report: { inputs } }: { report: Report }) {
  return (
    <ul className={styles.grid}>
      {inputs.map((one) => {
        const { metric, value, moved, points } = one;
        const mark = metricMark(one);
        return (
          <li key={metric.id} className={styles.box}>
            <p className={styles.name} dir="auto">
              {metric.name}
            </p>
            <p className={styles.now}>
              <span className={styles.figure}>{formatNumber(value, metric.unit)}</span>
              <span className={styles.unit}>{formatValue(value, metric.unit).replace(/^[^ ]* ?/, "")}</span>
            </p>
            <div className={styles.spark}>
              <Sparkline values={points.slice(-26).map((two) => two.value)} />
            </div>
            <p className={styles.quiet}>
              {moved === undefined
                ? ""
                : `${formatDelta(moved.by, metric.unit)} since ${formatDay(moved.from)}`}
            </p>
            <StatusMark status={mark.as}>{mark.word}</StatusMark>
          </li>
        );
      })}
    </ul>
  );
}
