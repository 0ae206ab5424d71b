import { useState } from "react";
import { useDrafted } from "../../store/drafted.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useTask } from "../../ui/task.ts";
import { giveAnswer } from "./answer.ts";
import styles from "./Signals.module.css";
import type { SignalRows } from "./signal-rows.ts";
import { isShift } from "./words.ts";

interface Typed {
  text: string;
  rebaseline: boolean;
  keyResultId: string;
}

const words = {
  explained: {
    title: "What was it?",
    field: "What caused it?",
    missing: "Say what it was, in a few words.",
    deed: "Explain it",
  },
  blocker: {
    title: "It blocks us",
    field: "What blocks you?",
    missing: "Say what blocks you, in a few words.",
    deed: "Open the blocker",
  },
} as const;

/** An explanation or a blocker. What is typed is kept until it is saved. */
export function AnswerSheet({
  as,
  rows: { signal, choices },
  onClose,
}: {
  as: "explained" | "blocker";
  rows: SignalRows;
  onClose: () => void;
}) {
  const { anomaly, keyResult } = signal;
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<Typed>(`anomaly.answer ${anomaly.id} ${as}`, {
    ...{ text: "", rebaseline: false },
    keyResultId: choices[0]?.id ?? "",
  });
  if (draft === undefined) return null;
  const { rebaseline, keyResultId } = draft.value;
  const text = draft.value.text.trim();
  const chooses = as === "blocker" && keyResult === undefined;
  const mistakes = {
    ...(text === "" ? { text: words[as].missing } : {}),
    ...(chooses && keyResultId === "" ? { keyResultId: "Choose the key result it blocks." } : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    const said = {
      ...{ as, text },
      ...(as === "explained" && rebaseline && isShift(anomaly) ? { rebaseline } : {}),
      ...(chooses ? { keyResultId } : {}),
    };
    if (!(await task.run(() => giveAnswer(anomaly, said)))) return;
    onClose();
    await draft.drop();
  }

  if (chooses && choices.length === 0)
    return (
      <Sheet open onClose={onClose} title={words[as].title}>
        <p>
          A blocker stands on a key result, and none is running. Explain it instead, so that it is not lost.
        </p>
        <Button big onClick={onClose}>
          Close
        </Button>
      </Sheet>
    );
  return (
    <Sheet open onClose={onClose} title={words[as].title}>
      <DraftNote draft={draft} />
      <Form label={words[as].title} onSubmit={save}>
        <Field label={words[as].field} error={errors.text}>
          <TextArea value={draft.value.text} max={500} onChange={(next) => draft.set({ text: next })} />
        </Field>
        {as === "explained" && isShift(anomaly) ? (
          <Switch
            label="This is the new normal from here"
            detail={`From ${formatDay(anomaly.onset)} on readings are held against each other, no more against those before.`}
            checked={rebaseline}
            onChange={(next) => draft.set({ rebaseline: next })}
          />
        ) : null}
        {chooses ? (
          <Field label="Which key result does it block?" error={errors.keyResultId}>
            <Select
              options={choices.map(({ id, title }) => ({ value: id, label: title }))}
              value={keyResultId}
              placeholder="Choose a key result"
              onChange={(next) => draft.set({ keyResultId: next })}
            />
          </Field>
        ) : null}
        {as === "blocker" ? (
          <p className={styles.soft}>It stays open on the key result until somebody resolves it.</p>
        ) : null}
        <FormEnd task={task}>{words[as].deed}</FormEnd>
      </Form>
    </Sheet>
  );
}
