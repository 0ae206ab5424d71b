import type { Focus } from "../../../shared/focus/focus.ts";
import { useDrafted } from "../../store/drafted.ts";
import type { FocusView } from "../../store/focus.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

/** The squad knows better than the rule today: another key result, and why if they like. */
export function FocusChoose({
  squadId,
  focus,
  view,
  on,
  onClose,
}: {
  squadId: string;
  focus: Focus;
  view: FocusView;
  on: string;
  onClose: () => void;
}) {
  const task = useTask();
  const draft = useDrafted<{ keyResultId: string; reason: string }>(`focus.choose ${squadId} ${on}`, {
    keyResultId: "",
    reason: "",
  });
  if (draft === undefined) return null;
  const { keyResultId, reason } = draft.value;
  const others = focus.ranked.filter((one) => one.keyResult.id !== focus.keyResult?.id);
  const before = view.rows.choices.find((one) => one.squadId === squadId && one.on === on);

  async function choose() {
    if (keyResultId === "" || draft === undefined) return;
    const said = reason.trim();
    const args = { squadId, on, keyResultId, ...(said === "" ? {} : { reason: said }) };
    if (!(await task.run(() => mutate("focus.choose", args)))) return;
    onClose();
    await draft.drop();
    showToast({
      text: "Chosen for today",
      action: {
        label: "Undo",
        onTap: () =>
          void mutate("focus.choose", {
            ...{ squadId, on, keyResultId: before?.keyResultId ?? null },
            ...(before?.reason === undefined ? {} : { reason: before.reason }),
          }),
      },
    });
  }

  return (
    <Sheet open onClose={onClose} title="Look at another one today">
      <Form label="Choose today’s focus" onSubmit={choose}>
        <Field label="Key result">
          <Select
            options={others.map(({ keyResult }) => ({ value: keyResult.id, label: keyResult.title }))}
            value={keyResultId}
            placeholder="Choose one"
            onChange={(value) => draft.set({ keyResultId: value })}
          />
        </Field>
        <Field label="Why today?" hint="The squad sees it. It may stay empty.">
          <TextArea value={reason} max={500} onChange={(value) => draft.set({ reason: value })} />
        </Field>
        <RefusalNote refused={task.refused} />
        <Button kind="owed" big type="submit" busy={task.busy} disabled={keyResultId === ""}>
          Make it today’s focus
        </Button>
      </Form>
    </Sheet>
  );
}
