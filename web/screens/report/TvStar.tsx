import { gapOf } from "../../../shared/metrics/stretch.ts";
import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportText } from "../../../shared/reviews/report-text.ts";
import { Plot } from "../../charts/Plot.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Tv.module.css";

/** The North Star as large as the wall allows, with its line. */
export function TvStar({
  report: { star, cycle },
  text: { star: words },
}: {
  report: Report;
  text: ReportText;
}) {
  const [first, last] = [star?.points[0], star?.points.at(-1)];
  if (star === undefined || words === undefined) return null;
  return (
    <>
      <p className={styles.name} dir="auto">
        {words.name}
      </p>
      <p className={styles.now}>
        <span className={styles.hero}>{words.number}</span> <span className={styles.unit}>{words.unit}</span>
        <StatusMark status={words.mark.as}>{words.mark.word}</StatusMark>
      </p>
      {first === undefined || last === undefined ? null : (
        <div className={styles.plot}>
          <Plot
            points={star.points}
            band={star.band.filter((one) => one.on >= first.on)}
            from={first.on}
            to={last.on}
            fromWord={words.plot.from}
            toWord={words.plot.to}
            marks={[{ id: cycle.id, on: cycle.startsOn }].filter(
              (one) => one.on > first.on && one.on < last.on,
            )}
            gapDays={gapOf(star.metric.cadence, "weeks")}
            label={words.plot.label}
          />
        </div>
      )}
      <p className={styles.said}>{words.lines[0]}</p>
    </>
  );
}
