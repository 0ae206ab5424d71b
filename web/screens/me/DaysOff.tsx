import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { useToday } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { daysOf, spansOf } from "./day-spans.ts";
import styles from "./Settings.module.css";

/** Days on which no reminder comes. Kept as single days, shown and added as holidays. */
export function DaysOff({ member }: { member: RowOf<"member"> }) {
  const today = useToday();
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const task = useTask();
  const days = member.preferences.daysOff.filter((on) => on >= today);
  const last = until === "" ? from : until;
  const wrong = from !== "" && last < from;

  const keep = (daysOff: string[]) =>
    task.run(() =>
      mutate("member.set-preferences", { memberId: member.id, daysOff: [...new Set(daysOff)].sort() }),
    );
  const add = async () => {
    if (from === "" || wrong) return;
    if (!(await keep([...days, ...daysOf({ from, to: last })]))) return;
    setFrom("");
    setUntil("");
  };

  return (
    <Section title="Days off">
      <Card>
        {days.length === 0 ? (
          <p className={styles.soft}>None planned. Reminders stay away on days you add here.</p>
        ) : null}
        {spansOf(days).map((span) => (
          <ListRow
            key={span.from}
            title={
              span.from === span.to
                ? formatDay(span.from)
                : `${formatDay(span.from)} to ${formatDay(span.to)}`
            }
            end={
              <Button
                kind="quiet"
                aria-label={`Remove ${formatDay(span.from)}`}
                onClick={() => keep(days.filter((on) => on < span.from || on > span.to))}
              >
                Remove
              </Button>
            }
          />
        ))}
        <Form label="Add days off" onSubmit={add}>
          <div className={styles.pair}>
            <Field label="From">
              <TextInput type="date" value={from} onChange={setFrom} min={today} max={addDays(today, 366)} />
            </Field>
            <Field label="until" error={wrong ? "The last day lies before the first." : ""}>
              <TextInput
                type="date"
                value={until}
                onChange={setUntil}
                min={from || today}
                max={addDays(today, 366)}
              />
            </Field>
          </div>
          <RefusalNote refused={task.refused} />
          <Button type="submit" busy={task.busy} disabled={from === ""}>
            Add days off
          </Button>
        </Form>
      </Card>
    </Section>
  );
}
