import { useParams } from "wouter";
import { starCriteria, starTests } from "../../../shared/metrics/candidate-tests.ts";
import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import { correlationPrompt, gamingPrompt } from "../../../shared/metrics/star-tests.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Findings } from "../../ui/Findings.tsx";
import { Section } from "../../ui/Section.tsx";
import { CandidateEnds } from "./CandidateEnds.tsx";
import { CandidateGone } from "./CandidateGone.tsx";
import { CandidateHead } from "./CandidateHead.tsx";
import styles from "./Fields.module.css";
import { ScepticSection } from "./ScepticSection.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf } from "./steps.ts";
import { TestRows } from "./TestRows.tsx";
import { TextQuestion } from "./TextQuestion.tsx";
import { useCandidate } from "./use-candidate.ts";

/** One candidate with everything that speaks for and against it. */
export function Candidate() {
  const { id = "" } = useParams();
  const found = useCandidate(id);
  const [mayJudge] = useMay([["candidate.judge", { candidateId: id }]]);
  if (found === undefined || mayJudge === undefined) return null;
  const { rows, candidate } = found;
  if (candidate === undefined) return <CandidateGone rows={rows} />;
  const mayWrite = mayJudge && candidate.state !== "rejected";
  const findings = lintNorthStar(candidate);
  return (
    // What can be done with it changes with its state; a page of its own takes keyboard focus to the heading.
    <StepFrame
      key={candidate.state}
      step="candidates"
      rows={rows}
      title={candidate.name}
      detail={states[candidate.state]}
      back={{ href: addressOf("candidates"), label: "the candidates" }}
    >
      <CandidateHead candidate={candidate} mayWrite={mayWrite} />
      {findings.length > 0 ? (
        <Section title="What lint rules say">
          <Findings findings={findings} label="What lint rules say" />
        </Section>
      ) : null}
      <TestRows title="Five tests" tests={starTests} candidate={candidate} mayWrite={mayWrite} />
      <TestRows title="Five criteria" tests={starCriteria} candidate={candidate} mayWrite={mayWrite} />
      <Section title="Try to game it">
        <TextQuestion
          draftKey={`candidate.gaming ${id}`}
          label={gamingPrompt.question}
          hint={gamingPrompt.hint}
          saved={candidate.gaming}
          mayEdit={mayWrite}
          onSave={(gaming) => mutate("candidate.revise", { candidateId: id, gaming })}
        >
          <ul className={styles.pair}>
            <li>✗ {gamingPrompt.weak}</li>
            <li>✓ {gamingPrompt.strong}</li>
          </ul>
        </TextQuestion>
      </Section>
      <Section title="Long-term success">
        <TextQuestion
          draftKey={`candidate.correlation ${id}`}
          label={correlationPrompt.question}
          hint={correlationPrompt.hint}
          saved={candidate.correlation}
          mayEdit={mayWrite}
          onSave={(correlation) => mutate("candidate.revise", { candidateId: id, correlation })}
        />
      </Section>
      <ScepticSection candidate={candidate} />
      <CandidateEnds candidate={candidate} stars={rows.stars} />
    </StepFrame>
  );
}

const states = { open: "On the shortlist", chosen: "Chosen", rejected: "Rejected" } as const;
