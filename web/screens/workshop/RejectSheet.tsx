import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

/** Takes a candidate off the shortlist. The reason stays in the log, and one tap brings it back. */
export function RejectSheet({ candidate, onClose }: { candidate: RowOf<"candidate">; onClose: () => void }) {
  const { id: candidateId, name } = candidate;
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`candidate.reject ${candidateId}`, { reason: "" });
  if (draft === undefined) return null;
  const reason = draft.value.reason.trim();
  const mistakes: { reason?: string } =
    reason === ""
      ? { reason: "Say why in a sentence, for those who will ask again." }
      : reason.length > 2000
        ? { reason: "Shorten it to 2000 characters." }
        : {};

  async function reject() {
    setTried(true);
    if (draft === undefined || mistakes.reason) return;
    if (!(await task.run(() => mutate("candidate.reject", { candidateId, reason })))) return;
    await draft.drop();
    onClose();
    const undo = () => void mutate("candidate.reopen", { candidateId });
    showToast({ text: "Rejected, with its reason", action: { label: "Undo", onTap: undo } });
  }

  return (
    <Sheet open onClose={onClose} title={`Reject ${name}?`}>
      <Form label="Reject the candidate" onSubmit={reject}>
        <Field
          label="Why?"
          hint="It stays in the log with this reason, and can come back."
          error={fieldErrors(tried ? mistakes : {}, task.refused).reason}
        >
          <TextArea
            rows={3}
            max={2000}
            value={draft.value.reason}
            placeholder="Skips inflate it."
            onChange={(reason) => draft.set({ reason })}
          />
        </Field>
        <RefusalNote refused={task.refused} />
        <Button kind="danger" big type="submit" busy={task.busy}>
          Reject it
        </Button>
        <Button big onClick={onClose}>
          Cancel
        </Button>
      </Form>
    </Sheet>
  );
}
