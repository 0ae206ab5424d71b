import { starTests } from "../../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../../shared/metrics/star-tests.ts";
import { namesIn } from "../../../../shared/reviews/names.ts";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { localDate } from "../../../../shared/time/local-date.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { formatDay } from "../../../ui/day.ts";
import { Fold } from "../../../ui/Fold.tsx";
import { Section } from "../../../ui/Section.tsx";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";
import { EvidenceRead } from "./EvidenceRead.tsx";
import { Said } from "./TestStep.tsx";
import type { PastRevalidation } from "./yearly-view.ts";
import { answerWords, triggerWords } from "./yearly-words.ts";

/** Earlier re-validations, whole: why, what was answered, on what, by whose signatures. */
export function PastRevalidations({
  past,
  rows,
  today,
}: {
  past: readonly PastRevalidation[];
  rows: ReviewRows;
  today: string;
}) {
  if (past.length === 0) return null;
  // The company's day, which the map of a past day goes by.
  const onOf = (at: string) => localDate(at, rows.workspace.zone);
  const day = (at: string) => formatDay(onOf(at), undefined, today);
  const { member } = namesIn(rows);
  return (
    <Section title="Earlier re-validations">
      {past.map(({ starId, metric, said }) => (
        <Card key={`${starId} ${said.openedAt}`} label={`${metric}, ${day(said.doneAt ?? said.openedAt)}`}>
          <h3 className={styles.subject} dir="auto">
            {said.as === undefined ? "No answer" : answerWords[said.as].label}: {metric}
          </h3>
          <p className={styles.soft}>
            {day(said.doneAt ?? said.openedAt)}. {triggerWords[said.trigger].label}. Signed by{" "}
            {said.signatures
              .map((one) => `${member(one.memberId)} (${one.title.toUpperCase()})`)
              .join(" and ")}
            .
          </p>
          {said.why === undefined ? null : (
            <p className={retro.said} dir="auto">
              {said.why}
            </p>
          )}
          {said.statement === undefined ? null : (
            <p className={retro.said} dir="auto">
              Its statement became: {said.statement}
            </p>
          )}
          <Fold summary="What was answered, and on what">
            <div className={styles.work}>
              {starTests.map((test) => {
                const answer = said.answers[test];
                return answer === undefined ? null : (
                  <div key={test}>
                    <h4 className={styles.part}>{testWords[test].title}</h4>
                    <Said answer={answer} />
                  </div>
                );
              })}
              <EvidenceRead starId={starId} said={said} rows={rows} today={today} />
              <Button kind="quiet" href={`/star/map?on=${onOf(said.doneAt ?? said.openedAt)}`}>
                As it stood then
              </Button>
            </div>
          </Fold>
        </Card>
      ))}
    </Section>
  );
}
