import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Metric.module.css";

/** Another value for a day that was read already; the old one stays in the history. */
export function CorrectSheet({
  reading,
  metric,
  today,
  onClose,
}: {
  reading: RowOf<"reading">;
  metric: RowOf<"metric">;
  today: string;
  onClose: () => void;
}) {
  const [value, setValue] = useState<number | undefined>(reading.value);
  const [note, setNote] = useState(reading.note ?? "");
  const [tried, setTried] = useState(false);
  const task = useTask();
  const mistakes = value === undefined ? { value: "Enter a number." } : {};
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (value === undefined) return;
    const said = note.trim() === "" && reading.note === undefined ? {} : { note: note.trim() };
    const done = await task.run(() => mutate("reading.correct", { readingId: reading.id, value, ...said }));
    if (!done) return;
    showToast({ text: "Corrected; the old value stays in the history" });
    onClose();
  }

  return (
    <Sheet open onClose={onClose} title={`Correct ${formatDay(reading.on, undefined, today)}`}>
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
        <RefusalNote refused={task.refused} />
        <Button kind="owed" big type="submit" busy={task.busy}>
          Correct it
        </Button>
      </Form>
    </Sheet>
  );
}
