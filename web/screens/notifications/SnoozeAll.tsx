import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { localInstant } from "../../../shared/time/local-instant.ts";
import { useNow, useToday } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { focusHere } from "../../ui/focus-on-mount.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Notifications.module.css";
import { stillComes, whenWord } from "./reminder-words.ts";

const hour = 3_600_000;

/** Quiet for a while, on every device of mine and offline too; what I owe stays where it is. */
export function SnoozeAll({ member }: { member: RowOf<"member"> }) {
  const now = useNow();
  const today = useToday();
  const [on, setOn] = useState("");
  const [choosing, setChoosing] = useState(false);
  /** What was tapped has gone; keyboard focus goes to what it led to. */
  const [acted, setActed] = useState(false);
  const task = useTask();
  const { quiet, snoozedUntil } = member.preferences;
  const { zone } = member;
  const morning = quiet.from > quiet.to ? quiet.to : "08:00";
  const keep = async (until: string | null) => {
    const wanted = { memberId: member.id, snoozedUntil: until };
    const kept = await task.run(() => mutate("member.set-preferences", wanted));
    if (kept) setActed(true);
    return kept;
  };
  const until = async (day: string) => {
    if (day > today && (await keep(localInstant(day, morning, zone)))) setChoosing(false);
  };
  const resting = snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;

  return (
    <Section title="Quiet for a while">
      <Card>
        <div role="status" tabIndex={-1} ref={acted ? focusHere : null}>
          {resting ? <h3 className={styles.title}>Quiet until {whenWord(snoozedUntil, now, zone)}</h3> : null}
          <p className={styles.body}>
            {resting ? "Until then nothing comes" : "Nothing comes"} but a word when {stillComes()}. What you
            owe stays.
          </p>
        </div>
        <RefusalNote refused={task.refused} />
        {resting ? (
          <div className={styles.deeds}>
            <Button busy={task.busy} onClick={() => keep(null)}>
              End the quiet
            </Button>
          </div>
        ) : choosing ? (
          <Form label="Quiet until a day" onSubmit={() => void until(on)}>
            <Field label="Quiet until" hint={`The morning of that day, ${morning}.`}>
              <TextInput
                type="date"
                value={on}
                onChange={setOn}
                min={addDays(today, 1)}
                max={addDays(today, 366)}
              />
            </Field>
            <div className={styles.deeds}>
              <Button type="submit" busy={task.busy} disabled={on <= today}>
                Be quiet
              </Button>
              <Button kind="quiet" onClick={() => setChoosing(false)}>
                Cancel
              </Button>
            </div>
          </Form>
        ) : (
          <div className={styles.deeds}>
            <Button busy={task.busy} onClick={() => keep(new Date(now + hour).toISOString())}>
              1 hour
            </Button>
            <Button onClick={() => until(addDays(today, 1))}>Until tomorrow</Button>
            <Button onClick={() => setChoosing(true)}>Until a date</Button>
          </div>
        )}
      </Card>
    </Section>
  );
}
