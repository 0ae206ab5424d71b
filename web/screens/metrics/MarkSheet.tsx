import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { blankMark, type MarkForm, markArgs, markMistakes } from "./mark-form.ts";

const types: readonly { value: MarkForm["type"]; label: string }[] = [
  { value: "launch", label: "Launch" },
  { value: "definition", label: "Definition" },
  { value: "expected-dip", label: "Expected dip" },
];
const hints = {
  launch: "Something went out that may move it.",
  definition: "From that day on it counts something else, or counts it otherwise.",
  "expected-dip": "A holiday, an outage that was planned: its readings are set aside.",
} as const;

/** Marks a day in the plot, for this metric or for all. What is typed is kept until it is saved. */
export function MarkSheet({
  metric,
  today,
  onClose,
}: {
  metric: RowOf<"metric">;
  today: string;
  onClose: () => void;
}) {
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<MarkForm>(`event.mark ${metric.id}`, blankMark(today));
  if (draft === undefined) return null;
  const form = draft.value;
  const mistakes = markMistakes(form);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(() => mutate("event.mark", markArgs(id, metric.id, form))))) return;
    onClose();
    showToast({
      text: "Marked",
      action: { label: "Undo", onTap: () => void mutate("event.unmark", { eventId: id }) },
    });
    await draft.drop();
  }

  return (
    <Sheet open onClose={onClose} title="Mark a day">
      <DraftNote draft={draft} />
      <Form label="Mark a day" onSubmit={save}>
        <SegmentedField
          label="What is it?"
          hint={hints[form.type]}
          options={types}
          value={form.type}
          onChange={(type) => draft.set({ type })}
        />
        <Field label="In a few words" error={errors.text}>
          <TextInput value={form.text} maxLength={200} onChange={(text) => draft.set({ text })} />
        </Field>
        <Field label={form.type === "expected-dip" ? "First day" : "Day"} error={errors.on}>
          <TextInput type="date" value={form.on} onChange={(on) => draft.set({ on })} />
        </Field>
        {form.type === "expected-dip" ? (
          <Field label="Last day" hint="Empty means that one day; at most 92." error={errors.untilOn}>
            <TextInput
              type="date"
              value={form.untilOn}
              min={form.on}
              onChange={(untilOn) => draft.set({ untilOn })}
            />
          </Field>
        ) : (
          <Switch
            label="Begin anew from that day"
            detail={
              form.type === "definition"
                ? "Readings before it mean something else and are no longer held against later ones."
                : "Later readings are held against each other: the old level no longer counts."
            }
            checked={form.rebaseline}
            onChange={(rebaseline) => draft.set({ rebaseline })}
          />
        )}
        <Switch
          label="For all metrics"
          detail={form.everywhere ? "It stands in every plot." : `Only for ${metric.name}.`}
          checked={form.everywhere}
          onChange={(everywhere) => draft.set({ everywhere })}
        />
        <FormEnd task={task}>Mark it</FormEnd>
      </Form>
    </Sheet>
  );
}
