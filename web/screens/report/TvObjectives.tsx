import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportObjective } from "../../../shared/reviews/report-objectives.ts";
import type { ReportText } from "../../../shared/reviews/report-text.ts";
import { statusWords } from "../../../shared/reviews/words.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Tv.module.css";

/** The company's objectives, each with how its key results honestly stand. */
export function TvObjectives({ report: { groups }, text: { lead } }: { report: Report; text: ReportText }) {
  return (
    <>
      <p className={styles.said}>{lead[1]}</p>
      <ul className={styles.grid}>
        {groups.map(({ top, below, score }) => (
          <li key={top.objective.id} className={styles.box}>
            <p className={styles.name} dir="auto">
              {top.squad === undefined ? top.objective.title : `${top.squad}: ${top.objective.title}`}
            </p>
            <p className={styles.figure}>{score === null ? "–" : score.toFixed(2)}</p>
            <ul className={styles.states}>
              {counted([top, ...below]).map(([status, count]) => (
                <li key={status}>
                  <StatusMark status={status}>{`${count} ${statusWords[status]}`}</StatusMark>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

type Status = ReportObjective["keyResults"][number]["status"];

function counted(objectives: readonly ReportObjective[]): [Status, number][] {
  const counts = new Map<Status, number>();
  for (const { status } of objectives.flatMap((one) => one.keyResults))
    counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
