import { useState } from "react";
import { type AttentionItem, resend } from "../../store/attention.ts";
import { ConfidenceSlider } from "../../ui/ConfidenceSlider.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { About } from "./attention-about.ts";

const texts: Record<string, { label: string; max: number }> = {
  title: { label: "Title", max: 200 },
  name: { label: "Name", max: 200 },
  note: { label: "Note", max: 500 },
  notes: { label: "Notes", max: 2000 },
  reason: { label: "Reason", max: 2000 },
  blocked: { label: "What blocks it", max: 2000 },
  text: { label: "Text", max: 2000 },
  resolution: { label: "What solved it", max: 500 },
  why: { label: "Why", max: 2000 },
  definition: { label: "Definition", max: 2000 },
  purpose: { label: "Purpose", max: 2000 },
};
const said = (args: Record<string, unknown>) =>
  Object.keys(texts).filter((key) => typeof args[key] === "string");

/** Whether there is anything in it a person could write differently. */
export function editable(args: Record<string, unknown>): boolean {
  return typeof args.value === "number" || typeof args.confidence === "number" || said(args).length > 0;
}

/** The words of an item once more, to be changed and sent under a new id. */
export function EditAttention({
  item,
  about,
  onClose,
}: {
  item: AttentionItem;
  about: About;
  onClose: () => void;
}) {
  const [changes, setChanges] = useState<Record<string, unknown>>({});
  const task = useTask();
  const now = { ...item.args, ...changes } as { value?: number; confidence?: number; [key: string]: unknown };
  const unit = about.keyResult?.unit ?? about.metric?.unit;
  const change = (key: string) => (value: unknown) => setChanges({ ...changes, [key]: value });

  async function send() {
    if (!(await task.run(() => resend(item.id, changes)))) return;
    showToast({ text: "Saved on this phone again; it goes to the server from here." });
    onClose();
  }

  return (
    <Sheet open onClose={onClose} title="Edit and send again">
      <Form label="Edit and send again" onSubmit={send}>
        {"value" in item.args ? (
          <Field label="Value">
            <NumberInput value={now.value} onChange={change("value")} {...(unit ? { unit } : {})} />
          </Field>
        ) : null}
        {"confidence" in item.args ? (
          <ConfidenceSlider label="Confidence" value={now.confidence} onChange={change("confidence")} />
        ) : null}
        {said(item.args).map((key) => (
          <Field key={key} label={texts[key]!.label}>
            <TextArea value={String(now[key])} onChange={change(key)} max={texts[key]!.max} />
          </Field>
        ))}
        <FormEnd task={task}>Send again</FormEnd>
      </Form>
    </Sheet>
  );
}
