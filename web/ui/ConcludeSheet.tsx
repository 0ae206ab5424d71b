import { useState } from "react";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import { Form } from "./Form.tsx";
import { fieldErrors } from "./field-errors.ts";
import { RefusalNote } from "./RefusalNote.tsx";
import { SegmentedField } from "./SegmentedField.tsx";
import { Sheet } from "./Sheet.tsx";
import { TextArea } from "./TextArea.tsx";
import { showToast } from "./Toast.tsx";
import { type Refused, useTask } from "./task.ts";

const outcomes = [
  { value: "won", label: "Won" },
  { value: "inconclusive", label: "Inconclusive" },
  { value: "lost", label: "Lost" },
] as const;
const follows = [
  { value: "double-down", label: "Double down" },
  { value: "nothing", label: "Neither" },
  { value: "cut", label: "Cut" },
] as const;

interface Said {
  as: (typeof outcomes)[number]["value"] | undefined;
  learning: string;
  next: (typeof follows)[number]["value"];
}

/** How a bet ended, what was learnt, and what follows from it. What is said stays in `draft` until it is saved. */
export function ConcludeSheet({
  draft,
  onConclude,
  onConcluded,
  onUndo,
  onClose,
}: {
  draft: { value: Said; set: (patch: Partial<Said>) => void; drop: () => Promise<void> };
  /** Answers or throws as a task's work does. */
  onConclude: (said: Said) => Promise<unknown>;
  onConcluded?: () => void;
  onUndo: () => unknown;
  onClose: () => void;
}) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const said = draft.value;

  async function conclude() {
    setTried(true);
    if (said.as === undefined || said.learning.trim() === "") return;
    if (!(await task.run(() => onConclude(said)))) return;
    onConcluded?.();
    onClose();
    showToast({
      text: `Concluded: ${said.as}`,
      action: { label: "Undo", onTap: () => void onUndo() },
    });
    await draft.drop();
  }

  return (
    <Sheet open onClose={onClose} title="How did it end?">
      <ConcludeForm {...{ said, tried }} {...task} onChange={draft.set} onSubmit={conclude} />
    </Sheet>
  );
}

/** `tried`: somebody wanted to save it as it is. */
function ConcludeForm({
  said,
  tried,
  busy,
  refused,
  onChange,
  onSubmit,
}: {
  said: Said;
  tried: boolean;
  busy: boolean;
  refused: Refused | undefined;
  onChange: (patch: Partial<Said>) => void;
  onSubmit: () => unknown;
}) {
  const mistakes =
    said.learning.trim() === "" ? { learning: "Say what you know now that you did not know before." } : {};
  const errors = fieldErrors(tried ? mistakes : {}, refused);
  return (
    <Form label="Conclude the bet" onSubmit={onSubmit}>
      <SegmentedField
        label="It was"
        hint="Lost is worth as much as won, if something was learnt."
        error={tried && said.as === undefined ? "Choose one of the three." : undefined}
        options={outcomes}
        value={said.as}
        onChange={(as) => onChange({ as })}
      />
      <Field label="What did we learn?" error={errors.learning}>
        <TextArea value={said.learning} max={2000} onChange={(learning) => onChange({ learning })} />
      </Field>
      <SegmentedField
        label="What follows?"
        options={follows}
        value={said.next}
        onChange={(next) => onChange({ next })}
      />
      <RefusalNote refused={refused} />
      <Button kind="owed" big type="submit" busy={busy}>
        Conclude it
      </Button>
    </Form>
  );
}
