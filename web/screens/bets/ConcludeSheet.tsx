import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

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

interface Conclusion {
  as: (typeof outcomes)[number]["value"] | undefined;
  learning: string;
  next: (typeof follows)[number]["value"];
}

const blank: Conclusion = { as: undefined, learning: "", next: "nothing" };

/** How a bet ended, what was learnt, and what follows from it. */
export function ConcludeSheet({ bet, onClose }: { bet: RowOf<"bet">; onClose: () => void }) {
  const { id: betId } = bet;
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<Conclusion>(`bet.conclude ${betId}`, blank);
  if (draft === undefined) return null;
  const { as, learning, next } = draft.value;
  const said = learning.trim();
  const mistakes = said === "" ? { learning: "Say what you know now that you did not know before." } : {};
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function conclude() {
    setTried(true);
    if (as === undefined || said === "" || draft === undefined) return;
    const args = { betId, as, learning: said, ...(next === "nothing" ? {} : { next }) };
    if (!(await task.run(() => mutate("bet.conclude", args)))) return;
    onClose();
    showToast({
      text: `Concluded: ${as}`,
      action: { label: "Undo", onTap: () => void mutate("bet.reopen", { betId }) },
    });
    await draft.drop();
  }

  return (
    <Sheet open onClose={onClose} title="How did it end?">
      <Form label="Conclude the bet" onSubmit={conclude}>
        <SegmentedField
          label="It was"
          hint="Lost is worth as much as won, if something was learnt."
          error={tried && as === undefined ? "Choose one of the three." : undefined}
          options={outcomes}
          value={as}
          onChange={(value) => draft.set({ as: value })}
        />
        <Field label="What did we learn?" error={errors.learning}>
          <TextArea value={learning} max={2000} onChange={(value) => draft.set({ learning: value })} />
        </Field>
        <SegmentedField
          label="What follows?"
          options={follows}
          value={next}
          onChange={(value) => draft.set({ next: value })}
        />
        <RefusalNote refused={task.refused} />
        <Button kind="owed" big type="submit" busy={task.busy}>
          Conclude it
        </Button>
      </Form>
    </Sheet>
  );
}
