import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Settings.module.css";
import { WeekdayChips } from "./WeekdayChips.tsx";

/** When reminders may reach me: the hours and weekdays they stay away. */
export function QuietHours({
  member,
  workspace,
}: {
  member: RowOf<"member">;
  workspace: RowOf<"workspace">;
}) {
  const { quiet, workdays } = member.preferences;
  const [from, setFrom] = useState(quiet.from);
  const [to, setTo] = useState(quiet.to);
  const [days, setDays] = useState(workdays ?? workspace.rhythm.workdays);
  const task = useTask();
  const same =
    from === quiet.from && to === quiet.to && String(days) === String(workdays ?? workspace.rhythm.workdays);

  async function save() {
    const own = [...days].sort().join() === [...workspace.rhythm.workdays].sort().join() ? null : days;
    const done = await task.run(() =>
      mutate("member.set-preferences", { memberId: member.id, quiet: { from, to }, workdays: own }),
    );
    if (done) showToast({ text: "Saved" });
  }

  return (
    <Section title="Left alone">
      <Card>
        <Form label="When reminders stay away" onSubmit={save}>
          <div className={styles.pair}>
            <Field label="Quiet from">
              <TextInput type="time" value={from} onChange={setFrom} required />
            </Field>
            <Field label="until">
              <TextInput type="time" value={to} onChange={setTo} required />
            </Field>
          </div>
          <WeekdayChips label="Days I work" value={days} onChange={setDays} />
          <RefusalNote refused={task.refused} />
          <Button type="submit" busy={task.busy} disabled={from === "" || to === "" || same}>
            Save
          </Button>
        </Form>
      </Card>
    </Section>
  );
}
