import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { cycleOutcomes, fewestOutcomes } from "../../../../shared/reviews/track-record.ts";
import { bringCycle, usePastCycles } from "../../../store/older-cycle.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useTask } from "../../../ui/task.ts";
import { formatDelta, formatNumber, formatValue } from "../../../ui/value.ts";
import styles from "../Retro.module.css";
import { gradeUnit } from "./quarter-words.ts";

/** What closed cycles scored beside what the North Star did in them; a table, for so few points carry no line. */
export function OutcomeTable({ rows }: { rows: ReviewRows }) {
  const outcomes = cycleOutcomes(rows);
  const away = new Set(usePastCycles()?.flatMap(({ cycle, held }) => (held === "here" ? [] : cycle.id)));
  const task = useTask();
  if (outcomes.length < fewestOutcomes) return null;
  const names = new Set(outcomes.flatMap((one) => one.star?.metric.name ?? []));
  const lacking = outcomes.filter(({ cycle, score }) => score === undefined && away.has(cycle.id));
  async function bring() {
    for (const { cycle } of lacking) await bringCycle(cycle.id);
  }
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
                  <td>
                    {score !== undefined
                      ? formatNumber(score, gradeUnit)
                      : away.has(cycle.id)
                        ? "not on this phone"
                        : "nothing graded"}
                  </td>
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
        <RefusalNote refused={task.refused} where="request" />
        {lacking.length === 0 ? null : (
          <Button busy={task.busy} onClick={() => void task.run(bring)}>
            Fetch the scores that are not here
          </Button>
        )}
        <p className={styles.soft}>
          {outcomes.length} cycles. Whether the two go together cannot be told from so few.
        </p>
      </Card>
    </Section>
  );
}
