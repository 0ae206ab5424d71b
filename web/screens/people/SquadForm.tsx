import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";

/** Forms a squad, or renames the one given. */
export function SquadForm({
  squad,
  onClose,
  onFormed,
}: {
  squad?: RowOf<"squad">;
  onClose: () => void;
  onFormed?: (squadId: string) => void;
}) {
  const [name, setName] = useState(squad?.name ?? "");
  const [purpose, setPurpose] = useState(squad?.purpose ?? "");
  const [tried, setTried] = useState(false);
  const task = useTask();

  async function save() {
    setTried(true);
    if (name.trim() === "") return;
    const id = squad?.id ?? newId();
    const said = purpose.trim();
    const done = await task.run(() =>
      squad === undefined
        ? mutate("squad.form", { id, name, ...(said === "" ? {} : { purpose: said }) })
        : mutate("squad.rename", { squadId: id, name, purpose: said === "" ? null : said }),
    );
    if (!done) return;
    onClose();
    onFormed?.(id);
  }

  const words = squad === undefined ? "Form a squad" : "Rename the squad";
  return (
    <Sheet open onClose={onClose} title={words}>
      <Form label={words} onSubmit={save}>
        <Field label="Name" error={tried && name.trim() === "" ? "A squad needs a name." : ""}>
          <TextInput value={name} onChange={setName} autoFocus maxLength={200} placeholder="e.g. Podcasts" />
        </Field>
        <Field label="What it is there for" hint="Optional.">
          <TextArea value={purpose} onChange={setPurpose} max={2000} />
        </Field>
        <FormEnd task={task}>{squad === undefined ? "Form it" : "Save"}</FormEnd>
      </Form>
    </Sheet>
  );
}
