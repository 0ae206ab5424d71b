import { useParams } from "wouter";
import { type CandidateTest, candidateTests } from "../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import { useMay } from "../../store/may.ts";
import { CandidateGone } from "./CandidateGone.tsx";
import { JudgeForm } from "./JudgeForm.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOfCandidate } from "./steps.ts";
import { useCandidate } from "./use-candidate.ts";

/** One test of one candidate: the question, a verdict, and the evidence for it. */
export function Judge() {
  const { id = "", test: asked = "" } = useParams();
  const test = candidateTests.find((one) => one === asked);
  const found = useCandidate(id);
  const [mayJudge] = useMay([["candidate.judge", { candidateId: id }]]);
  if (found === undefined || mayJudge === undefined) return null;
  const { rows, candidate } = found;
  if (candidate === undefined || test === undefined || !mayJudge || candidate.state === "rejected")
    return <CandidateGone rows={rows} />;
  return (
    <StepFrame
      key={test}
      step="candidates"
      rows={rows}
      title={testWords[test].title}
      detail={`${candidate.name} · ${place(test)}`}
      back={{ href: addressOfCandidate(id), label: "the candidate" }}
    >
      <JudgeForm candidate={candidate} test={test} />
    </StepFrame>
  );
}

function place(test: CandidateTest): string {
  const index = candidateTests.indexOf(test);
  return index < 5 ? `test ${index + 1} of 5` : `criterion ${index - 4} of 5`;
}
