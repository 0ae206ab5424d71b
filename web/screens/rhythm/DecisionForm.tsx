import { useState } from "react";
import { isQuestion } from "../../../shared/reviews/agenda-item.ts";
import type { Review, ReviewSubject } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { choiceWords, type DecisionAs, decisionOrder } from "./choices.ts";
import { realigned, TargetField, useRealignable } from "./Realign.tsx";
import styles from "./Rhythm.module.css";

type Decision = Review["decisions"][number];

const asks: Record<DecisionAs, string> = {
  keep: "Anything to say?",
  adjust: "What changes?",
  drop: "Why, and what happens to the work?",
  help: "What help, from whom?",
};

interface Typed {
  text: string;
  ownerId: string;
  byOn: string;
  target?: number | undefined;
}

/**
 * A decision in words, with who sees to it and by when. Adjusting a key result can move its target in the same step, the
 * words being the reason; nothing else is changed by a decision itself.
 */
export function DecisionForm({
  as,
  choices,
  address,
  before,
  ownerId,
  rows,
  today,
  done,
  onSaved,
  onCancel,
}: {
  as: DecisionAs;
  /** What may be decided; what was decided before stays among it. */
  choices: readonly DecisionAs[];
  address: { reviewId: string; subject: ReviewSubject };
  before: Decision | undefined;
  ownerId: string | undefined;
  rows: ReviewRows;
  today: string;
  /** Whether what was decided last time is done; said with the decision. */
  done?: boolean | undefined;
  onSaved: () => void;
  onCancel: () => void;
}) {
  const { reviewId, subject } = address;
  const [chosen, setChosen] = useState(as);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<Typed>(`review.decide ${reviewId} ${subject.kind}/${subject.id}`, {
    text: before?.text ?? "",
    ownerId: before === undefined ? (ownerId ?? "") : (before.ownerId ?? ""),
    byOn: before?.byOn ?? "",
  });
  const keyResult = useRealignable(subject, rows);
  if (draft === undefined) return null;
  const { value } = draft;
  const moved = chosen === "adjust" && keyResult ? realigned(keyResult, value.target) : undefined;
  const said = value.text.trim();
  const options = decisionOrder
    .filter((one) => choices.includes(one) || one === before?.as)
    .map((one) => ({ value: one, label: choiceWords[one] }));
  const missing =
    (chosen !== "keep" || isQuestion(subject) || done === false) && said === ""
      ? { text: "Say it in a few words." }
      : {};
  const errors = fieldErrors(tried ? missing : {}, task.refused);
  const people = rows.members
    .filter((one) => one.state === "active" && one.role !== "viewer")
    .map((one) => ({ value: one.id, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));

  async function save() {
    setTried(true);
    if (Object.keys(missing).length > 0 || draft === undefined) return;
    if (moved && !(await task.run(() => mutate("key-result.revise", moved.revise)))) return;
    const text = moved === undefined ? said : [...`${moved.words}: ${said}`].slice(0, 500).join("");
    const args = {
      ...{ ...address, as: chosen, text },
      ...(done === undefined ? {} : { done }),
      ...(value.ownerId === "" ? {} : { ownerId: value.ownerId }),
      ...(value.byOn === "" ? {} : { byOn: value.byOn }),
    };
    if (!(await task.run(() => mutate("review.decide", args)))) return;
    await draft.drop();
    onSaved();
    const was = before && {
      ...{ ...address, as: before.as, text: before.text },
      ...(before.done !== undefined && { done: before.done }),
      ...(before.ownerId && { ownerId: before.ownerId }),
      ...(before.byOn && { byOn: before.byOn }),
    };
    const undo = async () => {
      if (moved) await mutate("key-result.revise", moved.undo);
      await mutate("review.decide", was ?? { ...address, as: null });
    };
    showToast({ text: moved?.words ?? "Decided", action: { label: "Undo", onTap: () => void undo() } });
  }

  return (
    <Card label="Decide">
      <Form label="Decide" onSubmit={save}>
        <DraftNote draft={draft} />
        {options.length > 1 ? (
          <SegmentedField label="Decision" options={options} value={chosen} onChange={setChosen} />
        ) : null}
        {keyResult && chosen === "adjust" ? (
          <TargetField
            keyResult={keyResult}
            value={value.target ?? keyResult.target}
            onChange={(target) => draft.set({ target })}
          />
        ) : null}
        <Field
          label={isQuestion(subject) && chosen === "keep" ? "Your answer" : asks[chosen]}
          error={errors.text}
        >
          <TextArea value={value.text} max={500} onChange={(text) => draft.set({ text })} />
        </Field>
        <div className={styles.pair}>
          <Field label="Who sees to it" error={errors.ownerId}>
            <Select
              options={people}
              value={value.ownerId}
              placeholder="Nobody in particular"
              onChange={(next) => draft.set({ ownerId: next })}
            />
          </Field>
          <Field label="By when" error={errors.byOn}>
            <TextInput type="date" value={value.byOn} min={today} onChange={(byOn) => draft.set({ byOn })} />
          </Field>
        </div>
        <FormEnd task={task}>Save, next</FormEnd>
        <Button kind="quiet" onClick={onCancel}>
          Not now
        </Button>
      </Form>
    </Card>
  );
}
