import type { CandidateTest } from "../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { verdictMarks } from "../../ui/verdict-words.ts";
import styles from "./Candidate.module.css";
import { addressOfCandidate } from "./steps.ts";

/** Tests with their verdicts and what was said for them; a tap leads to judging. */
export function TestRows({
  title,
  tests,
  candidate,
  mayWrite,
}: {
  title: string;
  tests: readonly CandidateTest[];
  candidate: RowOf<"candidate">;
  mayWrite: boolean;
}) {
  return (
    <Section title={title}>
      <Card flush>
        {tests.map((test) => {
          const answer = candidate.answers[test];
          return (
            <ListRow
              key={test}
              href={mayWrite ? `${addressOfCandidate(candidate.id)}/judge/${test}` : undefined}
              title={testWords[test].title}
              detail={
                <span className={styles.evidence} dir="auto">
                  {answer === undefined
                    ? testWords[test].question
                    : answer.evidence || "No evidence written yet."}
                </span>
              }
              end={
                answer === undefined ? (
                  "open"
                ) : (
                  <StatusMark status={verdictMarks[answer.verdict]}>{answer.verdict}</StatusMark>
                )
              }
            />
          );
        })}
      </Card>
    </Section>
  );
}
