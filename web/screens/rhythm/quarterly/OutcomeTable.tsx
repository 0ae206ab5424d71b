import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { cycleOutcomes, fewestOutcomes } from "../../../../shared/reviews/track-record.ts";
import { Card } from "../../../ui/Card.tsx";
import { Section } from "../../../ui/Section.tsx";
import { formatDelta, formatNumber, formatValue } from "../../../ui/value.ts";
import styles from "../Retro.module.css";
import { gradeUnit } from "./quarter-words.ts";

/** What closed cycles scored beside what the North Star did in them; a table, for so few points carry no line. */
export function OutcomeTable({ rows }: { rows: ReviewRows }) {
  const outcomes = cycleOutcomes(rows);
  if (outcomes.length < fewestOutcomes) return null;
  const names = new Set(outcomes.flatMap((one) => one.star?.metric.name ?? []));
  return (
    <Section title="Score and North Star, cycle by cycle">
      <Card>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Cycle</th>
                <th scope="col">Score</th>
                <th scope="col">North Star</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ cycle, score, star }) => (
                <tr key={cycle.id}>
                  <th scope="row" dir="auto">
                    {cycle.name}
                  </th>
                  <td>{score === undefined ? "not on this phone" : formatNumber(score, gradeUnit)}</td>
                  <td>
                    {star === undefined
                      ? "no readings"
                      : `${formatDelta(star.after - star.before, star.metric.unit)}, to ${formatValue(star.after, star.metric.unit)}`}
                    {star !== undefined && names.size > 1 ? ` (${star.metric.name})` : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.soft}>
          {outcomes.length} cycles. Whether the two go together cannot be told from so few.
        </p>
      </Card>
    </Section>
  );
}
