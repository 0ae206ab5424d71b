import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportText } from "../../../shared/reviews/report-text.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { StarPlot } from "./StarPlot.tsx";
import styles from "./Tv.module.css";

/** The North Star as large as the wall allows, with its line. */
export function TvStar({ report, text }: { report: Report; text: ReportText }) {
  const words = text.star;
  if (words === undefined) return null;
  return (
    <>
      <p className={styles.name} dir="auto">
        {words.name}
      </p>
      <p className={styles.now}>
        <span className={styles.hero}>{words.number}</span> <span className={styles.unit}>{words.unit}</span>
        <StatusMark status={words.mark.as}>{words.mark.word}</StatusMark>
      </p>
      <div className={styles.plot}>
        <StarPlot report={report} text={text} />
      </div>
      <p className={styles.said}>{words.lines[0]}</p>
    </>
  );
}
