import { useState } from "react";
import { useLocation } from "wouter";
import type { starTests } from "../../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../../shared/metrics/star-tests.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { mutate } from "../../../store/mutate.ts";
import { Card } from "../../../ui/Card.tsx";
import { DraftNote } from "../../../ui/DraftNote.tsx";
import { formatDay } from "../../../ui/day.ts";
import { Form } from "../../../ui/Form.tsx";
import { FormEnd } from "../../../ui/FormEnd.tsx";
import { fieldErrors } from "../../../ui/field-errors.ts";
import { focusOnMount } from "../../../ui/focus-on-mount.ts";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import { useTask } from "../../../ui/task.ts";
import { VerdictFields } from "../../../ui/VerdictFields.tsx";
import { verdictMarks } from "../../../ui/verdict-words.ts";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";
import type { StepProps } from "./RevalidationWalk.tsx";
import type { Answer } from "./yearly-view.ts";

/** One test asked again, beside what was answered last time. */
export function TestStep({
  test,
  view,
  now,
  today,
  mayWrite,
  next,
}: StepProps & { test: (typeof starTests)[number] }) {
  const { title, question, evidence: hint } = testWords[test];
  const last = view.before.answers[test];
  const said = now.answers[test];
  return (
    <Card label={title}>
      <p className={styles.part}>{title}</p>
      <h2 className={styles.subject} tabIndex={-1} ref={focusOnMount}>
        {question}
      </h2>
      <div className={retro.two}>
        <div className={retro.last}>
          <h3 className={styles.part}>
            {view.before.doneAt === undefined
              ? "When it was chosen"
              : `Last time, ${formatDay(view.before.doneAt.slice(0, 10), undefined, today)}`}
          </h3>
          {last === undefined ? (
            <p className={styles.soft}>Nobody answered it then.</p>
          ) : (
            <Said answer={last} />
          )}
        </div>
        {mayWrite ? (
          <TestForm
            starId={view.star.id}
            test={test}
            said={said}
            question={question}
            hint={hint}
            next={next}
          />
        ) : said === undefined ? (
          <p className={styles.soft}>Not answered yet. An admin answers it.</p>
        ) : (
          <Said answer={said} />
        )}
      </div>
    </Card>
  );
}

/** A verdict with its evidence. */
export function Said({ answer: { verdict, evidence } }: { answer: Answer }) {
  return (
    <>
      <p>
        <StatusMark status={verdictMarks[verdict]}>{verdict}</StatusMark>
      </p>
      <p className={retro.said} dir="auto">
        {evidence === "" ? "No evidence written." : evidence}
      </p>
    </>
  );
}

function TestForm({
  starId,
  test,
  said,
  question,
  hint,
  next,
}: {
  starId: string;
  test: (typeof starTests)[number];
  said: Answer | undefined;
  question: string;
  hint: string;
  next: string;
}) {
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<{ verdict: Answer["verdict"] | undefined; evidence: string }>(
    `north-star.judge ${starId} ${test}`,
    { verdict: said?.verdict, evidence: said?.evidence ?? "" },
  );
  if (draft === undefined) return null;
  const { verdict, evidence } = draft.value;
  const missing = verdict === undefined ? { verdict: "Choose yes, partly or no." } : {};
  const errors = fieldErrors(tried ? missing : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || verdict === undefined) return;
    const args = { northStarId: starId, test, verdict, evidence: evidence.trim() };
    if (!(await task.run(() => mutate("north-star.judge", args)))) return;
    await draft.drop();
    navigate(next);
  }

  return (
    <Form label="This time" onSubmit={save}>
      <DraftNote draft={draft} />
      <VerdictFields {...{ question, hint, errors }} said={draft.value} onChange={draft.set} />
      <FormEnd task={task}>Save, next</FormEnd>
    </Form>
  );
}
