import { useState } from "react";
import { grade } from "../../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { useMay } from "../../../store/may.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DraftNote } from "../../../ui/DraftNote.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { fieldErrors } from "../../../ui/field-errors.ts";
import { NumberInput } from "../../../ui/NumberInput.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useTask } from "../../../ui/task.ts";
import type { ReviewView } from "../review-view.ts";
import { gradeUnit } from "./quarter-words.ts";

/** Grades a key result as computed, or otherwise with a reason; while its cycle is graded and for whoever may. */
export function GradeEntry({
  keyResult,
  view,
  onGraded,
}: {
  keyResult: RowOf<"key-result">;
  view: ReviewView;
  onGraded: () => void;
}) {
  const { score } = grade(keyResult, view.rows.checkInsOn(keyResult.id));
  const [tried, setTried] = useState(false);
  const task = useTask();
  const [may] = useMay([["key-result.grade", { keyResultId: keyResult.id }]]);
  const draft = useDrafted<{ adjusted: number | null; reason: string }>(`key-result.grade ${keyResult.id}`, {
    adjusted: keyResult.grade?.adjusted ?? null,
    reason: keyResult.grade?.reason ?? "",
  });
  const cycle = view.rows.cycles.find((one) => one.id === keyResult.cycleId);
  if (draft === undefined || may !== true || cycle?.state !== "grading") return null;
  const { adjusted } = draft.value;
  const reason = draft.value.reason.trim();
  const mistakes = {
    ...(adjusted !== null && (adjusted < 0 || adjusted > 1) ? { adjusted: "Between 0.0 and 1.0." } : {}),
    ...(score === null && adjusted === null
      ? { adjusted: "Nobody ever said a value, so give it a grade." }
      : {}),
    ...(adjusted !== null && reason === "" ? { reason: "Say why it differs from the score." } : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    const said = adjusted === null ? {} : { adjusted, reason };
    if (!(await task.run(() => mutate("key-result.grade", { keyResultId: keyResult.id, ...said })))) return;
    await draft.drop();
    showToast({ text: "Graded" });
    onGraded();
  }

  return (
    <Card label="Grade">
      <Form label="Grade" onSubmit={save}>
        <DraftNote draft={draft} />
        <Field label="The grade, if it differs from the score" hint="0.0 to 1.0" error={errors.adjusted}>
          <NumberInput
            value={adjusted ?? undefined}
            unit={gradeUnit}
            onChange={(value) => draft.set({ adjusted: value ?? null })}
          />
        </Field>
        {adjusted === null ? null : (
          <Field label="Why?" hint="Score and grade are both kept." error={errors.reason}>
            <TextArea value={draft.value.reason} max={500} onChange={(text) => draft.set({ reason: text })} />
          </Field>
        )}
        <RefusalNote refused={task.refused} />
        <Button kind={keyResult.state === "graded" ? "plain" : "owed"} big type="submit" busy={task.busy}>
          {keyResult.state === "graded" ? "Grade it again, next" : "Grade it, next"}
        </Button>
      </Form>
    </Card>
  );
}
