import { useState } from "react";
import { Link } from "wouter";
import { choiceNotes } from "../../../shared/metrics/star-shortlist.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Candidate.module.css";
import { RejectSheet } from "./RejectSheet.tsx";
import { addressOf, home } from "./steps.ts";

/** Where a candidate goes from here: chosen, rejected with the reason, or back on the shortlist. */
export function CandidateEnds({
  candidate,
  stars,
}: {
  candidate: RowOf<"candidate">;
  stars: readonly RowOf<"north-star">[];
}) {
  const { id: candidateId, state } = candidate;
  const stands = stars.some((one) => one.metricId === candidate.metricId);
  const [rejecting, setRejecting] = useState(false);
  const task = useTask();
  const [mayReject, mayChoose] = useMay([
    ["candidate.reject", { candidateId }],
    ["north-star.propose", {}],
  ]);
  const notes = choiceNotes(candidate);
  const reopen = async () =>
    (await task.run(() => mutate("candidate.reopen", { candidateId }))) &&
    showToast({ text: "Back on the shortlist" });
  return (
    <Section title={state === "open" ? "Choose it, or reject it" : "What became of it"}>
      <Card>
        {state === "chosen" ? (
          <p>
            {stands ? "It was chosen" : "It was chosen, and another has taken its place since"}. Where things
            stand: <Link href={addressOf("sign")}>the signatures</Link>.
          </p>
        ) : state === "rejected" ? (
          <p>It was rejected. What was judged stays as it was, for the next time somebody proposes it.</p>
        ) : notes.length > 0 ? (
          <>
            <p>Before it is chosen, know that:</p>
            <ul className={styles.notes}>
              {notes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>It was judged in full, tried for gaming, and a sceptic has answered.</p>
        )}
        <RefusalNote refused={task.refused} where="request" />
        <div className={styles.actions}>
          {mayChoose && state === "open" ? (
            <Button href={`${home}/choose/${candidateId}`}>Choose it</Button>
          ) : null}
          {mayReject && state === "open" ? (
            <Button kind="quiet" onClick={() => setRejecting(true)}>
              Reject it
            </Button>
          ) : null}
          {mayReject && (state === "rejected" || (state === "chosen" && !stands)) ? (
            <Button busy={task.busy} onClick={reopen}>
              Put it back on the shortlist
            </Button>
          ) : null}
        </div>
      </Card>
      {rejecting ? <RejectSheet candidate={candidate} onClose={() => setRejecting(false)} /> : null}
    </Section>
  );
}
