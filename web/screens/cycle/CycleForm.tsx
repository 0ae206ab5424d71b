import { useState } from "react";
import { useLocation } from "wouter";
import { daysBetween } from "../../../shared/time/local-date.ts";
import { useDrafted } from "../../store/drafted.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Cycle.module.css";

export interface CycleWords {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** The name and days of a cycle. `save` answers as `mutate` does; `back` is where a saved form leads. */
export function CycleForm({
  label,
  draftKey,
  fresh,
  datesFixed = false,
  save,
  back,
}: {
  label: string;
  draftKey: string;
  fresh: CycleWords;
  /** A cycle being graded keeps its days. */
  datesFixed?: boolean;
  save: (words: CycleWords) => Promise<unknown>;
  back: string;
}) {
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(draftKey, fresh);
  if (draft === undefined) return null;
  const { name, startsOn, endsOn } = draft.value;
  const weeks = Math.round((daysBetween(startsOn, endsOn) + 1) / 7);
  const mistakes = {
    ...(name.trim() === "" ? { name: "Give it a name, like “Q1 2027”." } : {}),
    ...(startsOn === "" ? { startsOn: "Say its first day." } : {}),
    ...(endsOn === "" || endsOn <= startsOn ? { endsOn: "It ends after it starts." } : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function submit() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(() => save({ ...draft.value, name: name.trim() })))) return;
    await draft.drop();
    navigate(back);
  }

  return (
    <Form label={label} onSubmit={submit}>
      <DraftNote draft={draft} />
      <Field label="Name" error={errors.name}>
        <TextInput value={name} maxLength={200} onChange={(next) => draft.set({ name: next })} />
      </Field>
      {datesFixed ? null : (
        <div className={styles.dates}>
          <Field label="First day" error={errors.startsOn}>
            <TextInput type="date" value={startsOn} onChange={(next) => draft.set({ startsOn: next })} />
          </Field>
          <Field label="Last day" error={errors.endsOn}>
            <TextInput type="date" value={endsOn} onChange={(next) => draft.set({ endsOn: next })} />
          </Field>
          <p className={styles.soft}>
            {weeks === 13 ? "13 weeks, a quarter." : weeks > 0 ? `${weeks} weeks; a quarter has 13.` : null}
          </p>
        </div>
      )}
      <FormEnd task={task}>{label}</FormEnd>
    </Form>
  );
}
