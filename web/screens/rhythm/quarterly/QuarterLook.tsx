import { bandOf } from "../../../../shared/okrs/progress.ts";
import { boundIn, gradeOf } from "../../../../shared/reviews/graded.ts";
import { quarterRetro } from "../../../../shared/reviews/quarter-retro.ts";
import { byTitle } from "../../../../shared/reviews/rows.ts";
import { bringCycle, isOlder } from "../../../store/older-cycle.ts";
import { Card } from "../../../ui/Card.tsx";
import { ListRow } from "../../../ui/ListRow.tsx";
import { OlderCycle } from "../../../ui/OlderCycle.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import { formatNumber } from "../../../ui/value.ts";
import styles from "../Retro.module.css";
import type { ReviewView } from "../review-view.ts";
import { NextInputs } from "./NextInputs.tsx";
import { OutcomeTable } from "./OutcomeTable.tsx";
import { bandMarks, gradeUnit } from "./quarter-words.ts";
import { CyclePlot, RetroFacts } from "./RetroFacts.tsx";

/** The whole look back to read: grades, each input's retro, what is proposed, and earlier cycles. */
export function QuarterLook({ view, today }: { view: ReviewView; today: string }) {
  const { rows, terms } = view;
  const quarter = quarterRetro(terms.cycleId, rows);
  const bound = boundIn(terms.cycleId, rows).sort(
    (a, b) => (gradeOf(a) ?? -1) - (gradeOf(b) ?? -1) || byTitle(a, b),
  );
  const isAway = bound.length === 0 && quarter !== undefined && isOlder(rows.cycles, quarter.cycle);
  return (
    <>
      {isAway ? <OlderCycle cycleId={terms.cycleId} bring={bringCycle} /> : null}
      {bound.length === 0 ? null : (
        <Section title="Grades" end="0.0 to 1.0">
          <Card flush>
            <ul>
              {bound.map((one) => {
                const score = gradeOf(one);
                const { mark, word } =
                  bandMarks[score === undefined ? "empty" : bandOf(score, one.commitment)];
                return (
                  <li key={one.id}>
                    <ListRow
                      href={`/key-results/${one.id}`}
                      title={<span dir="auto">{one.title}</span>}
                      detail={
                        <StatusMark status={mark}>
                          {`${score === undefined ? "not graded" : word}, ${one.commitment}`}
                        </StatusMark>
                      }
                      end={formatNumber(score, gradeUnit)}
                    />
                  </li>
                );
              })}
            </ul>
          </Card>
        </Section>
      )}
      {quarter === undefined || quarter.inputs.length === 0 ? null : (
        <>
          <Section title="The North Star">
            <Card label={quarter.star.name}>
              <div className={styles.plots}>
                <CyclePlot metric={quarter.star} cycle={quarter.cycle} view={view} today={today} />
              </div>
            </Card>
          </Section>
          <Section title="Each input" end="did it move, did the North Star follow?">
            {quarter.inputs.map((look) => (
              <Card key={look.metric.id} label={look.metric.name}>
                <h3 className={styles.input} dir="auto">
                  {look.metric.name}
                </h3>
                <RetroFacts look={look} quarter={quarter} view={view} today={today} alone />
              </Card>
            ))}
          </Section>
          <Section title="Proposed for the next cycle">
            <Card flush>
              <NextInputs quarter={quarter} />
            </Card>
          </Section>
        </>
      )}
      <OutcomeTable rows={rows} />
    </>
  );
}
