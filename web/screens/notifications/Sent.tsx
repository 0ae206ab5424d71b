import { useState } from "react";
import { useNow } from "../../store/live.ts";
import { delivered } from "../../store/push-api.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { HeldBack } from "./HeldBack.tsx";
import { LastReminders } from "./LastReminders.tsx";
import { LedgerUnknown } from "./LedgerUnknown.tsx";
import { kindWord, whenWord } from "./reminder-words.ts";
import { useReminding } from "./use-reminding.ts";

const lookAgain = 10_000;

/** The last ten reminders of each of my devices with what became of them, and what comes next. */
export function Sent() {
  const me = useReminding();
  const now = useNow();
  const [device, setDevice] = useState<string>();
  const [sent, again] = useAnswer(() => delivered(device), { key: device ?? "", every: lookAgain });
  const back = { href: "/me/notifications", label: "notifications" };
  if (me === undefined || sent.state === "waiting")
    return (
      <Page title="What became of reminders" back={back}>
        <p role="status">Looking at the ledger</p>
      </Page>
    );
  if (sent.state === "refused")
    return (
      <Page title="What became of reminders" back={back}>
        <LedgerUnknown code={sent.code} onAgain={again} />
      </Page>
    );
  const { zone } = me.member;
  const { reminders, coming, devices, heldBack } = sent.value;
  const current = devices.find((one) => one.current);
  return (
    <Page title="What became of reminders" back={back} aside={<HeldBack heldBack={heldBack} zone={zone} />}>
      {devices.length > 1 ? (
        <Field label="Device">
          <Select
            value={device ?? current?.id ?? ""}
            onChange={setDevice}
            {...(current ? {} : { placeholder: "This device" })}
            options={devices.map((one) => ({
              value: one.id,
              label: one.current ? `${one.name} (this device)` : one.name,
            }))}
          />
        </Field>
      ) : null}
      {coming.length === 0 ? null : (
        <Section title="Coming">
          <Card flush>
            <ul>
              {coming.map((one) => (
                <li key={one.id}>
                  <ListRow
                    title={`${kindWord(one.kind)}, ${whenWord(one.dueAt, now, zone)}`}
                    detail={me.squads.find(({ id }) => id === one.subjectId)?.name}
                    end="planned"
                  />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <Section title="The last ten">
        <LastReminders sent={reminders} zone={zone} />
      </Section>
    </Page>
  );
}
