import { choiceNotes } from "../../../shared/metrics/star-shortlist.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Candidate.module.css";
import { home } from "./steps.ts";

/** What speaks against choosing each candidate now, and the way to choose it nevertheless. */
export function Choices({
  candidates,
  mayChoose,
}: {
  candidates: readonly RowOf<"candidate">[];
  mayChoose: boolean;
}) {
  if (candidates.length === 0) return null;
  return (
    <Section title="Choose one">
      {candidates.map((candidate) => {
        const notes = choiceNotes(candidate);
        return (
          <Card key={candidate.id}>
            <p className={styles.score}>{candidate.name}</p>
            {notes.length === 0 ? (
              <p className={styles.soft}>Judged in full; nothing speaks against it.</p>
            ) : (
              <ul className={styles.notes}>
                {notes.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            )}
            {mayChoose ? (
              <div className={styles.actions}>
                <Button href={`${home}/choose/${candidate.id}`} aria-label={`Choose it: ${candidate.name}`}>
                  Choose it
                </Button>
              </div>
            ) : null}
          </Card>
        );
      })}
      {mayChoose ? null : (
        <p className={styles.soft}>An admin proposes the one that is chosen; the CEO and the CPO sign it.</p>
      )}
    </Section>
  );
}
