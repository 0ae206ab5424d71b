import { useParams } from "wouter";
import { choiceNotes } from "../../../shared/metrics/star-shortlist.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./Candidate.module.css";
import { CandidateGone } from "./CandidateGone.tsx";
import { ProposeForm } from "./ProposeForm.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf } from "./steps.ts";
import { useCandidate } from "./use-candidate.ts";

/** The candidate that was chosen becomes a metric and a proposal for two people to sign. */
export function Choose() {
  const { id = "" } = useParams();
  const found = useCandidate(id);
  const memberId = useMemberId();
  const [mayPropose] = useMay([["north-star.propose", {}]]);
  if (found === undefined || mayPropose === undefined) return null;
  const { rows, candidate } = found;
  if (candidate === undefined || candidate.state !== "open" || !mayPropose)
    return <CandidateGone rows={rows} />;
  const notes = choiceNotes(candidate);
  return (
    <StepFrame
      step="choose"
      rows={rows}
      title={`Choose ${candidate.name}`}
      detail="It is proposed; the CEO and the CPO then sign it"
      back={{ href: addressOf("choose"), label: "the comparison" }}
    >
      {notes.length > 0 ? (
        <Card label="Before you choose it">
          <p>Nothing of this stops you, but know that:</p>
          <ul className={styles.notes}>
            {notes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      <ProposeForm key={id} candidate={candidate} rows={rows} memberId={memberId} />
    </StepFrame>
  );
}
