import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportLine, ReportPart, ReportText } from "../../../shared/reviews/report-text.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Report.module.css";
import { StarPlot } from "./StarPlot.tsx";

/** The report itself: all that goes on paper. */
export function ReportPaper({ report, text }: { report: Report; text: ReportText }) {
  return (
    <article className={styles.paper} data-report>
      <div className={styles.lead}>
        {text.lead.map((one) => (
          <p key={one} dir="auto">
            {one}
          </p>
        ))}
      </div>
      <Star report={report} text={text} />
      <div className={styles.parts}>
        {text.parts.map((one) => (
          <Part key={one.heading} part={one} />
        ))}
      </div>
    </article>
  );
}

function Star({ report, text }: { report: Report; text: ReportText }) {
  const words = text.star;
  if (words === undefined) return null;
  return (
    <section className={styles.star}>
      <h2 className={styles.name} dir="auto">
        {words.name}
      </h2>
      <p className={styles.now}>
        <span className={styles.figure}>{words.number}</span> <span>{words.unit}</span>{" "}
        <StatusMark status={words.mark.as}>{words.mark.word}</StatusMark>
      </p>
      <StarPlot report={report} text={text} />
      {words.plot.legend === "" ? null : <p className={styles.soft}>{words.plot.legend}</p>}
      {words.lines.map((one) => (
        <p key={one} className={styles.said} dir="auto">
          {one}
        </p>
      ))}
    </section>
  );
}

function Part({ part: { heading, none, lines, note } }: { part: ReportPart }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{heading}</h2>
      {lines.length === 0 ? <p className={styles.soft}>{none}</p> : <Lines lines={lines} />}
      {note ? <p className={styles.soft}>{note}</p> : null}
    </section>
  );
}

function Lines({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map(({ text, mark, detail, below = [] }, index) => (
        <li key={index}>
          <span className={styles.line}>
            <span dir="auto">{text}</span>
            {mark ? <StatusMark status={mark.as}>{mark.word}</StatusMark> : null}
          </span>
          {detail ? (
            <span className={styles.soft} dir="auto">
              {detail}
            </span>
          ) : null}
          {below.length > 0 ? <Lines lines={below} /> : null}
        </li>
      ))}
    </ul>
  );
}
