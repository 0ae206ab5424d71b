import { useState } from "react";
import { grade } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Cycle.module.css";
import { scoreUnit, scoreWord } from "./score.ts";

/** The computed score, and what its owner makes of it; a different grade wants a reason, and both are kept. */
export function GradeForm({
  keyResult,
  checkIns,
}: {
  keyResult: RowOf<"key-result">;
  checkIns: RowOf<"check-in">[];
}) {
  const { score } = grade(keyResult, checkIns);
  const [adjusted, setAdjusted] = useState(keyResult.grade?.adjusted);
  const [reason, setReason] = useState(keyResult.grade?.reason ?? "");
  const [tried, setTried] = useState(false);
  const task = useTask();
  const mistakes = {
    ...(adjusted !== undefined && (adjusted < 0 || adjusted > 1) ? { adjusted: "Between 0.0 and 1.0." } : {}),
    ...(score === null && adjusted === undefined
      ? { adjusted: "Nobody ever said a value, so give it a grade." }
      : {}),
    ...(adjusted !== undefined && reason.trim() === ""
      ? { reason: "Say why it differs from the score." }
      : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (Object.keys(mistakes).length > 0) return;
    const said = adjusted === undefined ? {} : { adjusted, reason: reason.trim() };
    if (await task.run(() => mutate("key-result.grade", { keyResultId: keyResult.id, ...said })))
      showToast({ text: "Graded" });
  }

  return (
    <Card label="Grade">
      <Form label="Grade" onSubmit={save}>
        <h2 className={styles.ask}>{keyResult.title}</h2>
        <p className={styles.standing}>
          <span className={styles.score}>{scoreWord(score ?? undefined)}</span>
          <span>{score === null ? "no value was ever checked in" : "the score its check-ins give"}</span>
        </p>
        <Field label="Your grade, if it differs" hint="0.0 to 1.0" error={errors.adjusted}>
          <NumberInput value={adjusted} unit={scoreUnit} onChange={setAdjusted} />
        </Field>
        {adjusted === undefined ? null : (
          <Field label="Why?" hint="Score and grade are both kept." error={errors.reason}>
            <TextArea value={reason} max={500} onChange={setReason} />
          </Field>
        )}
        <FormEnd task={task}>{keyResult.state === "graded" ? "Grade it again" : "Grade it"}</FormEnd>
      </Form>
    </Card>
  );
}
