import { gapOf } from "../../../shared/metrics/stretch.ts";
import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportLine, ReportPart, ReportText } from "../../../shared/reviews/report-text.ts";
import { Plot } from "../../charts/Plot.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Report.module.css";

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

function Star({ report: { star, cycle }, text: { star: words } }: { report: Report; text: ReportText }) {
  if (star === undefined || words === undefined) return null;
  const [first, last] = [star.points[0], star.points.at(-1)];
  return (
    <section className={styles.star}>
      <h2 className={styles.name} dir="auto">
        {words.name}
      </h2>
      <p className={styles.now}>
        <span className={styles.figure}>{words.number}</span> <span>{words.unit}</span>{" "}
        <StatusMark status={words.mark.as}>{words.mark.word}</StatusMark>
      </p>
      {first === undefined || last === undefined ? null : (
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
      )}
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
