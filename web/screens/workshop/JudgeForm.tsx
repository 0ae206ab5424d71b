import { useState } from "react";
import { useLocation } from "wouter";
import { type CandidateTest, candidateTests } from "../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { useTask } from "../../ui/task.ts";
import { VerdictFields } from "../../ui/VerdictFields.tsx";
import type { Verdict } from "../../ui/verdict-words.ts";
import styles from "./Fields.module.css";
import { addressOfCandidate } from "./steps.ts";

interface Said {
  verdict: Verdict | undefined;
  evidence: string;
}

/** Verdict and evidence, saved for this test alone; then the next that is open. */
export function JudgeForm({ candidate, test }: { candidate: RowOf<"candidate">; test: CandidateTest }) {
  const { id: candidateId, answers } = candidate;
  const before = answers[test];
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<Said>(`candidate.judge ${candidateId} ${test}`, {
    verdict: before?.verdict,
    evidence: before?.evidence ?? "",
  });
  if (draft === undefined) return null;
  const { verdict, evidence } = draft.value;
  const mistakes = mistakesIn(draft.value);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);
  const next = nextOpen(test, answers);

  async function save() {
    setTried(true);
    if (draft === undefined || verdict === undefined || mistakes.evidence) return;
    const said = { candidateId, test, verdict, evidence: evidence.trim() };
    if (!(await task.run(() => mutate("candidate.judge", said)))) return;
    await draft.drop();
    navigate(next ? `${addressOfCandidate(candidateId)}/judge/${next}` : addressOfCandidate(candidateId));
  }

  async function takeBack() {
    if (!(await task.run(() => mutate("candidate.judge", { candidateId, test, verdict: null })))) return;
    await draft?.drop();
    navigate(addressOfCandidate(candidateId));
  }

  const { question, evidence: hint } = testWords[test];
  return (
    <Form label={testWords[test].title} onSubmit={save}>
      <DraftNote draft={draft} />
      <Card>
        <h2 className={styles.verdict}>{question}</h2>
        <VerdictFields {...{ question, hint, errors }} said={draft.value} onChange={draft.set} />
      </Card>
      <FormEnd task={task}>{next ? `Save, next: ${testWords[next].title}` : "Save"}</FormEnd>
      {before ? (
        <Button kind="quiet" busy={task.busy} onClick={takeBack}>
          Take the verdict back
        </Button>
      ) : null}
    </Form>
  );
}

function mistakesIn({ verdict, evidence }: Said): Partial<Record<keyof Said, string>> {
  return {
    ...(verdict === undefined && { verdict: "Choose yes, partly or no." }),
    ...(evidence.trim().length > 2000 && { evidence: "Shorten it to 2000 characters." }),
  };
}

/** The next test nobody has judged, going round once. */
function nextOpen(test: CandidateTest, answers: RowOf<"candidate">["answers"]): CandidateTest | undefined {
  const at = candidateTests.indexOf(test);
  const others = [...candidateTests.slice(at + 1), ...candidateTests.slice(0, at)];
  return others.find((one) => answers[one] === undefined);
}
