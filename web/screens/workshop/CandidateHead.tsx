import { candidateTests } from "../../../shared/metrics/candidate-tests.ts";
import { judged } from "../../../shared/metrics/star-shortlist.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import styles from "./Candidate.module.css";
import { addressOfCandidate } from "./steps.ts";
import { tagsOf } from "./words.ts";

/** What it counts, how far it is judged, and the next test to judge it by. */
export function CandidateHead({ candidate, mayWrite }: { candidate: RowOf<"candidate">; mayWrite: boolean }) {
  const today = useToday();
  const { id, definition, state, reason, rejectedAt } = candidate;
  const { open, yes, partly, no } = judged(candidate);
  const next = open[0];
  const count = candidateTests.length - open.length;
  return (
    <Card label="What it counts">
      {state === "rejected" ? (
        <p className={styles.reason} dir="auto">
          Rejected{rejectedAt ? ` on ${formatDay(rejectedAt.slice(0, 10), undefined, today)}` : ""}: {reason}
        </p>
      ) : null}
      <p className={styles.definition} dir="auto">
        {definition || "Not defined yet."}
      </p>
      <p className={styles.soft}>{tagsOf(candidate)}</p>
      <p className={styles.score}>
        {count === 0
          ? "Not judged yet"
          : `${count} of ${candidateTests.length} judged: ${yes} yes, ${partly} partly, ${no} no`}
      </p>
      {mayWrite ? (
        <>
          {next ? (
            <Button
              kind={state === "open" ? "owed" : "plain"}
              big
              href={`${addressOfCandidate(id)}/judge/${next}`}
            >
              Judge: {testWords[next].title}
            </Button>
          ) : null}
          <div>
            <Button kind="quiet" href={`${addressOfCandidate(id)}/edit`}>
              Edit its words
            </Button>
          </div>
        </>
      ) : null}
    </Card>
  );
}
