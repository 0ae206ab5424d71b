import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Metric.module.css";

/** Another value for a day that was read already; the old one stays in the history, and a tap brings it back. */
export function CorrectReading({
  reading,
  metric,
  onDone,
}: {
  reading: RowOf<"reading">;
  metric: RowOf<"metric">;
  onDone: () => void;
}) {
  const [value, setValue] = useState<number | undefined>(reading.value);
  const [note, setNote] = useState(reading.note ?? "");
  const [tried, setTried] = useState(false);
  const task = useTask();
  const mistakes = value === undefined ? { value: "Enter a number." } : {};
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);
  const readingId = reading.id;

  async function save() {
    setTried(true);
    if (value === undefined) return;
    const said = note.trim() === "" && reading.note === undefined ? {} : { note: note.trim() };
    if (!(await task.run(() => mutate("reading.correct", { readingId, value, ...said })))) return;
    const before = { value: reading.value, note: reading.note ?? "" };
    showToast({
      text: "Corrected; the old value stays in the history",
      action: {
        label: "Undo",
        onTap: () => void task.run(() => mutate("reading.correct", { readingId, ...before })),
      },
    });
    onDone();
  }

  return (
    <Form label="Correct the reading" onSubmit={save}>
      <Field label="Value" error={errors.value}>
        <NumberInput value={value} unit={metric.unit} onChange={setValue} />
      </Field>
      <Field label="Why?" hint="Optional." error={errors.note}>
        <TextArea value={note} max={500} onChange={setNote} />
      </Field>
      {reading.source === undefined ? null : (
        <p className={styles.soft}>
          It came from {reading.source}; the next one from there may say otherwise.
        </p>
      )}
      <FormEnd task={task}>Correct it</FormEnd>
    </Form>
  );
}
