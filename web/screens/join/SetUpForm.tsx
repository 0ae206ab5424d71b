import { useState } from "react";
import { useLocation } from "wouter";
import { join } from "../../store/join.ts";
import { Card } from "../../ui/Card.tsx";
import { deviceName } from "../../ui/device-name.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { dropToken } from "../../ui/link-token.ts";
import { TextInput } from "../../ui/TextInput.tsx";
import { Threshold } from "../../ui/Threshold.tsx";
import { useTask } from "../../ui/task.ts";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";
import { deviceZone } from "../../ui/zone.ts";

/** The first of the five steps of setting up: it founds the workspace, so it is also what uses the link. */
export function SetUpForm({ token }: { token: string }) {
  const [name, setName] = useState("");
  const [workspace, setWorkspace] = useState("");
  const [zone, setZone] = useState(deviceZone);
  const [tried, setTried] = useState(false);
  const [, navigate] = useLocation();
  const task = useTask();
  const missing = (value: string, words: string) => (tried && value.trim() === "" ? words : "");

  async function submit() {
    setTried(true);
    if (name.trim() === "" || workspace.trim() === "") return;
    const answers = {
      name,
      zone,
      locale: navigator.language,
      workspace: { name: workspace, zone },
      deviceName: deviceName(navigator.userAgent),
    };
    if (!(await task.run(() => join(token, answers)))) return;
    dropToken();
    navigate("/welcome?step=star", { replace: true });
  }

  return (
    <Threshold
      title="Set up your workspace"
      detail="Step 1 of 5. In a few minutes you have a North Star, a first key result and your first check-in."
    >
      <Form label="Set up your workspace" onSubmit={submit}>
        <Card>
          <Field label="Your name" error={missing(name, "Say your name; your team will see it.")}>
            <TextInput value={name} onChange={setName} autoComplete="name" autoFocus maxLength={200} />
          </Field>
          <Field
            label="Company or product"
            error={missing(workspace, "Give the workspace a name; it can change later.")}
          >
            <TextInput
              value={workspace}
              onChange={setWorkspace}
              autoComplete="organization"
              maxLength={200}
              placeholder="e.g. Harbour Music"
            />
          </Field>
          <Field label="Time zone" hint="Reminders arrive in each person's own; this one is the company's.">
            <ZoneSelect value={zone} onChange={setZone} />
          </Field>
        </Card>
        <FormEnd task={task}>Continue</FormEnd>
      </Form>
    </Threshold>
  );
}
