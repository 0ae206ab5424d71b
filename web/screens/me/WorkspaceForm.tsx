import { useState } from "react";
import type { Workspace } from "../../../shared/people/workspace.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { weekdayOptions } from "../../ui/weekday.ts";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";
import styles from "./Settings.module.css";
import { WeekdayChips } from "./WeekdayChips.tsx";

const opensBefore = [0, 1, 2, 3, 4, 5, 6].map((days) => ({
  value: String(days),
  label: days === 0 ? "on the same day" : days === 1 ? "a day before" : `${days} days before`,
}));
const details = (Object.keys(lockScreenWords) as Workspace["lockScreen"][]).map((value) => ({
  value,
  label: lockScreenWords[value].label,
}));

/** What an admin sets for everybody. One save; only what differs becomes a mutation. */
export function WorkspaceForm({ workspace }: { workspace: RowOf<"workspace"> }) {
  const [name, setName] = useState(workspace.name);
  const [zone, setZone] = useState(workspace.zone);
  const [rhythm, setRhythm] = useState(workspace.rhythm);
  const [lockScreen, setLockScreen] = useState(workspace.lockScreen);
  const task = useTask();
  const turn = (changes: Partial<typeof rhythm>) => setRhythm({ ...rhythm, ...changes });
  const wrong = name.trim() === "" || rhythm.workdays.length === 0 || rhythm.dueTime === "";

  const same =
    name.trim() === workspace.name &&
    zone === workspace.zone &&
    lockScreen === workspace.lockScreen &&
    JSON.stringify(rhythm) === JSON.stringify(workspace.rhythm);

  async function save() {
    if (wrong) return;
    const done = await task.run(async () => {
      const steps = [
        () => name.trim() !== workspace.name && mutate("workspace.rename", { name }),
        () => zone !== workspace.zone && mutate("workspace.set-zone", { zone }),
        () =>
          JSON.stringify(rhythm) !== JSON.stringify(workspace.rhythm) &&
          mutate("workspace.set-rhythm", { rhythm }),
        () => lockScreen !== workspace.lockScreen && mutate("workspace.set-lock-screen", { lockScreen }),
      ];
      for (const step of steps) {
        const saved = await step();
        if (saved && !saved.saved) return saved;
      }
    });
    if (done) showToast({ text: "Saved" });
  }

  return (
    <Form label="Workspace" onSubmit={save}>
      <Section title="Name and place">
        <Card>
          <Field label="Name" error={name.trim() === "" ? "A workspace needs a name." : ""}>
            <TextInput value={name} onChange={setName} maxLength={200} />
          </Field>
          <Field label="Time zone" hint="Of the company. Reminders follow each person's own.">
            <ZoneSelect value={zone} onChange={setZone} />
          </Field>
        </Card>
      </Section>
      <Section title="Weekly rhythm">
        <Card>
          <div className={styles.pair}>
            <Field label="Check-ins are due on">
              <Select
                options={weekdayOptions}
                value={String(rhythm.dueDay)}
                onChange={(day) => turn({ dueDay: Number(day) })}
              />
            </Field>
            <Field label="at">
              <TextInput
                type="time"
                value={rhythm.dueTime}
                onChange={(dueTime) => turn({ dueTime })}
                required
              />
            </Field>
          </div>
          <Field label="They open" hint="From then on they can be done, without a reminder.">
            <Select
              options={opensBefore}
              value={String(rhythm.openDaysBefore)}
              onChange={(days) => turn({ openDaysBefore: Number(days) })}
            />
          </Field>
          <WeekdayChips
            label="Working days"
            value={rhythm.workdays}
            onChange={(workdays) => turn({ workdays })}
          />
          {rhythm.workdays.length === 0 ? <p role="alert">Choose at least one working day.</p> : null}
        </Card>
      </Section>
      <Section title="On a locked phone">
        <Card>
          <Segmented
            label="Lock screen detail"
            options={details}
            value={lockScreen}
            onChange={setLockScreen}
          />
          <p className={styles.soft}>{lockScreenWords[lockScreen].detail}. Each person may show less.</p>
        </Card>
      </Section>
      <RefusalNote refused={task.refused} />
      <Button big type="submit" busy={task.busy} disabled={wrong || same}>
        Save
      </Button>
    </Form>
  );
}
