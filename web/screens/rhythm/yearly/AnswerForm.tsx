import { useState } from "react";
import type { Revalidation, RevalidationDecision } from "../../../../shared/metrics/revalidation.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { DraftNote } from "../../../ui/DraftNote.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { fieldErrors } from "../../../ui/field-errors.ts";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { SegmentedField } from "../../../ui/SegmentedField.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useTask } from "../../../ui/task.ts";
import { answerWords } from "./yearly-words.ts";

interface Typed {
  as: RevalidationDecision | undefined;
  why: string;
  statement: string;
}

const options = (["keep", "adjust", "replace"] as const).map((value) => ({
  value,
  label: answerWords[value].label,
}));

/** The answer with its reason; an adjusted North Star gets the statement it is to have. */
export function AnswerForm({ star, now }: { star: RowOf<"north-star">; now: Revalidation }) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const northStarId = star.id;
  const draft = useDrafted<Typed>(`north-star.attest ${northStarId} answer`, {
    as: now.as,
    why: now.why ?? "",
    statement: now.statement ?? star.statement,
  });
  if (draft === undefined) return null;
  const { as, why } = draft.value;
  const statement = draft.value.statement.trim();
  const mistakes = {
    ...(as === undefined ? { as: "Choose one of the three." } : {}),
    ...(why.trim() === "" ? { why: "Say why, in a sentence." } : {}),
    ...(as === "adjust" && (statement === "" || statement === star.statement)
      ? { statement: "Say it as it is to read from now on." }
      : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);
  const isSaved = now.as === as && (now.why ?? "") === why.trim() && draft.typed.statement === undefined;

  async function save() {
    setTried(true);
    if (draft === undefined || as === undefined || Object.keys(mistakes).length > 0) return;
    const said = { as, why: why.trim(), statement: as === "adjust" ? statement : null };
    if (!(await task.run(() => mutate("north-star.attest", { northStarId, ...said })))) return;
    await draft.drop();
    showToast({ text: "Answered; now it is signed" });
  }

  return (
    <Form label="The answer" onSubmit={save}>
      <DraftNote draft={draft} />
      <SegmentedField
        label="The answer"
        options={options}
        value={as}
        hint={as === undefined ? undefined : answerWords[as].hint}
        error={errors.as}
        onChange={(as) => draft.set({ as })}
      />
      <Field label="Why?" error={errors.why}>
        <TextArea rows={3} max={2000} value={why} onChange={(why) => draft.set({ why })} />
      </Field>
      {as === "adjust" ? (
        <Field label="The statement from now on" error={errors.statement}>
          <TextArea
            rows={3}
            max={2000}
            value={draft.value.statement}
            onChange={(statement) => draft.set({ statement })}
          />
        </Field>
      ) : null}
      <RefusalNote refused={task.refused} />
      {isSaved && now.as !== undefined ? null : (
        <Button kind="owed" big type="submit" busy={task.busy}>
          Save the answer
        </Button>
      )}
    </Form>
  );
}
