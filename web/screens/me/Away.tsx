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
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";

/** Who checks in for me until a date. It ends by itself, on the evening of that day. */
export function Away({ member, people }: { member: RowOf<"member">; people: RowOf<"member">[] }) {
  const today = useToday();
  const [who, setWho] = useState("");
  const [untilOn, setUntilOn] = useState(addDays(today, 14));
  const task = useTask();
  const memberId = member.id;
  const delegate =
    member.delegate !== undefined && member.delegate.untilOn >= today ? member.delegate : undefined;
  const standIn = people.find((one) => one.id === delegate?.memberId);
  const others = people.filter((one) => one.id !== memberId && one.role !== "viewer");

  return (
    <Section title="Away">
      <Card>
        {standIn && delegate ? (
          <>
            <p>
              <strong>{standIn.name}</strong> checks in on your key results until{" "}
              {formatDay(delegate.untilOn)}.
            </p>
            <Button
              busy={task.busy}
              onClick={() => task.run(() => mutate("member.set-delegate", { memberId, delegate: null }))}
            >
              I am back
            </Button>
          </>
        ) : others.length === 0 ? (
          <p>Once a colleague has joined, they can check in for you while you are away.</p>
        ) : (
          <Form
            label="Who stands in for you"
            onSubmit={() =>
              who !== "" &&
              void task.run(() =>
                mutate("member.set-delegate", { memberId, delegate: { memberId: who, untilOn } }),
              )
            }
          >
            <Field label="Who stands in for you" hint="They are asked for your check-ins, and you are not.">
              <Select
                options={others.map((one) => ({ value: one.id, label: one.name }))}
                value={who}
                onChange={setWho}
                placeholder="Nobody"
              />
            </Field>
            <Field label="Until and including">
              <TextInput type="date" value={untilOn} onChange={setUntilOn} min={today} />
            </Field>
            <Button type="submit" busy={task.busy} disabled={who === "" || untilOn < today}>
              Hand over
            </Button>
          </Form>
        )}
        <RefusalNote refused={task.refused} />
      </Card>
    </Section>
  );
}
