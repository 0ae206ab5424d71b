import { useState } from "react";
import type { Preferences } from "../../../shared/people/preferences.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { zoneName } from "../../ui/zone.ts";
import styles from "./Notifications.module.css";
import { type Reminding, useReminding } from "./use-reminding.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
type Time = "checkInTime" | "focusTime" | "metricCheckTime";

/** At which minute each kind of reminder comes, by my own clock. */
export function Times() {
  const me = useReminding();
  return (
    <Page title="When reminders come" back={{ href: "/me/notifications", label: "notifications" }}>
      {me === undefined ? null : <TimesForm key={JSON.stringify(me.member.preferences)} {...me} />}
    </Page>
  );
}

function TimesForm({ member, workspace, leads }: Reminding) {
  const { rhythm } = workspace;
  const usual = usualTimes(member.preferences, rhythm);
  const stored = timesOf(member.preferences, usual);
  const [times, setTimes] = useState(stored);
  const task = useTask();
  const set = (time: Time) => (value: string) => setTimes({ ...times, [time]: value });
  const changed = (Object.keys(times) as Time[]).filter((one) => times[one] !== stored[one]);

  async function save() {
    const wanted: Partial<Record<Time, string | null>> = {};
    for (const one of changed) wanted[one] = times[one] === usual[one] ? null : times[one];
    const done = await task.run(() => mutate("member.set-preferences", { memberId: member.id, ...wanted }));
    if (done) showToast({ text: "Saved" });
  }

  return (
    <Card>
      <Form label="When reminders come" onSubmit={save}>
        <Field
          label="Weekly check-in"
          hint={`${weekdays[rhythm.dueDay - 1]}s, and once more the next working day. The workspace's time is ${rhythm.dueTime}.`}
        >
          <TextInput type="time" value={times.checkInTime} onChange={set("checkInTime")} required />
        </Field>
        <Field
          label="Daily focus"
          hint={`On your working days. The workspace's time is ${rhythm.focusTime}.`}
        >
          <TextInput type="time" value={times.focusTime} onChange={set("focusTime")} required />
        </Field>
        {leads ? (
          <Field
            label="Metric check"
            hint="For PMs: the second working day after check-ins are due. Usually at your check-in time."
          >
            <TextInput type="time" value={times.metricCheckTime} onChange={set("metricCheckTime")} required />
          </Field>
        ) : null}
        <RefusalNote refused={task.refused} />
        <Button
          type="submit"
          busy={task.busy}
          disabled={changed.length === 0 || Object.values(times).includes("")}
        >
          Save
        </Button>
        <p className={styles.body}>
          All by the clock of {zoneName(member.zone)}. One that falls into your quiet hours or a day off comes
          at the next minute that is yours.
        </p>
        <Button kind="quiet" href="/me/settings">
          Time zone, quiet hours and days off
        </Button>
      </Form>
    </Card>
  );
}

/** The times somebody has who chose none. */
function usualTimes(preferences: Preferences, rhythm: Reminding["workspace"]["rhythm"]) {
  const checkInTime = rhythm.dueTime;
  const metricCheckTime = preferences.checkInTime ?? checkInTime;
  return { checkInTime, focusTime: rhythm.focusTime, metricCheckTime };
}

function timesOf(preferences: Preferences, usual: Record<Time, string>): Record<Time, string> {
  return {
    checkInTime: preferences.checkInTime ?? usual.checkInTime,
    focusTime: preferences.focusTime ?? usual.focusTime,
    metricCheckTime: preferences.metricCheckTime ?? usual.metricCheckTime,
  };
}
