import type { ReactNode } from "react";
import { useDrafted } from "../../store/drafted.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Fields.module.css";

const max = 2000;

/**
 * One question that is answered in words. What is typed survives leaving; it is saved on its own, so that two people
 * can answer different questions at once. Read by everybody, with `mayEdit` written.
 */
export function TextQuestion({
  draftKey,
  label,
  hint,
  saved,
  mayEdit,
  rows = 3,
  placeholder,
  children,
  onSave,
}: {
  draftKey: string;
  label: string;
  hint: string;
  saved: string | undefined;
  mayEdit: boolean;
  rows?: number;
  placeholder?: string;
  /** Stands between the question and the answer. */
  children?: ReactNode;
  /** `null` clears it. */
  onSave: (text: string | null) => Promise<unknown>;
}) {
  const draft = useDrafted(draftKey, { text: saved ?? "" });
  const task = useTask();
  if (!mayEdit)
    return (
      <Card>
        <div className={styles.asked}>
          <h2 className={styles.question}>{label}</h2>
          {children}
        </div>
        <p className={saved ? styles.text : styles.hint} dir="auto">
          {saved || "Not answered yet."}
        </p>
      </Card>
    );
  if (draft === undefined) return null;
  const text = draft.value.text.trim();
  const unsaved = text !== (saved ?? "");
  const tooLong = text.length > max;

  async function save() {
    if (draft === undefined || tooLong || !unsaved) return;
    if (!(await task.run(() => onSave(text === "" ? null : text)))) return;
    await draft.drop();
    showToast({ text: "Saved" });
  }

  return (
    <Card>
      <Form label={label} onSubmit={save}>
        <Field label={label} hint={hint} error={tooLong ? `Shorten it to ${max} characters.` : ""}>
          {children}
          <TextArea
            rows={rows}
            max={max}
            value={draft.value.text}
            placeholder={placeholder}
            onChange={(text) => draft.set({ text })}
          />
        </Field>
        <RefusalNote refused={task.refused} />
        {unsaved ? (
          <div className={styles.actions}>
            <Button type="submit" busy={task.busy}>
              Save
            </Button>
            <Button kind="quiet" onClick={() => void draft.drop()}>
              Put it back
            </Button>
            <span className={styles.hint}>Not saved yet; kept on this phone.</span>
          </div>
        ) : null}
      </Form>
    </Card>
  );
}
