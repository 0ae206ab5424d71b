import { useState } from "react";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { Reminding } from "./use-reminding.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const levels = ["private", "titles", "full"] as const;

/** When my reminder comes and what it says, on every device of mine; saved on the phone, offline too. */
export function MyReminder({ member, workspace }: Reminding) {
  const { preferences } = member;
  const { rhythm } = workspace;
  const [push, setPush] = useState(preferences.channels.push);
  const [time, setTime] = useState(preferences.checkInTime ?? rhythm.dueTime);
  const [detail, setDetail] = useState<string>(preferences.lockScreen ?? "");
  const task = useTask();
  const same =
    push === preferences.channels.push &&
    time === (preferences.checkInTime ?? rhythm.dueTime) &&
    detail === (preferences.lockScreen ?? "");

  async function save() {
    const lockScreen = levels.find((one) => one === detail) ?? null;
    const checkInTime = time === rhythm.dueTime ? null : time;
    const wanted = { memberId: member.id, channels: { push }, checkInTime, lockScreen };
    if (await task.run(() => mutate("member.set-preferences", wanted))) showToast({ text: "Saved" });
  }

  const asWorkspace = `As the workspace has it: ${lockScreenWords[workspace.lockScreen].label.toLowerCase()}`;
  const shown = levels.find((one) => one === detail) ?? workspace.lockScreen;
  return (
    <Section title="My weekly reminder">
      <Card>
        <Form label="When it comes and what it says" onSubmit={save}>
          <Switch
            label="Remind me to check in"
            detail="On every device where reminders are on"
            checked={push}
            onChange={setPush}
          />
          <Field
            label={`${weekdays[rhythm.dueDay - 1]} at`}
            hint={`In ${member.zone.replaceAll("_", " ")}. The workspace's time is ${rhythm.dueTime}.`}
          >
            <TextInput type="time" value={time} onChange={setTime} required disabled={!push} />
          </Field>
          <Field label="On a locked screen" hint={lockScreenWords[shown].detail}>
            <Select
              value={detail}
              onChange={setDetail}
              disabled={!push}
              options={[
                { value: "", label: asWorkspace },
                ...levels.map((one) => ({ value: one, label: lockScreenWords[one].label })),
              ]}
            />
          </Field>
          <RefusalNote refused={task.refused} />
          <Button type="submit" busy={task.busy} disabled={same || time === ""}>
            Save
          </Button>
        </Form>
      </Card>
      <Button kind="quiet" href="/me/settings">
        Quiet hours, days off and who stands in
      </Button>
    </Section>
  );
}
