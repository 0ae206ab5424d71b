import { useState } from "react";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";
import { StepPage } from "./StepPage.tsx";
import type { StepProps } from "./step-props.ts";

/** Joining has saved it already; whoever comes back here changes it. */
export function WorkspaceStep({ rows: { workspace }, onDone }: StepProps) {
  const [name, setName] = useState(workspace?.name ?? "");
  const [zone, setZone] = useState(workspace?.zone ?? "UTC");
  const task = useTask();

  async function save() {
    if (name.trim() === "") return;
    const done = await task.run(async () => {
      const renamed = name.trim() === workspace?.name || (await mutate("workspace.rename", { name }));
      if (renamed !== true && !renamed.saved) return renamed;
      return zone === workspace?.zone ? undefined : mutate("workspace.set-zone", { zone });
    });
    if (done) onDone();
  }

  return (
    <StepPage step="workspace" title="Your workspace" detail="Everybody you invite sees this name.">
      <Form label="Your workspace" onSubmit={save}>
        <Card>
          <Field label="Company or product" error={name.trim() === "" ? "Give the workspace a name." : ""}>
            <TextInput value={name} onChange={setName} autoFocus maxLength={200} />
          </Field>
          <Field label="Time zone" hint="Reminders arrive in each person's own; this one is the company's.">
            <ZoneSelect value={zone} onChange={setZone} />
          </Field>
        </Card>
        <FormEnd task={task}>Continue</FormEnd>
      </Form>
    </StepPage>
  );
}
