import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { useMe } from "../../store/signed-in-member.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";
import { Away } from "./Away.tsx";
import { DaysOff } from "./DaysOff.tsx";
import { QuietHours } from "./QuietHours.tsx";
import { ZoneQuestion } from "./ZoneQuestion.tsx";

/** What is mine to set, in every role: name, zone, when I am left alone, who stands in while I am away. */
export function MySettings() {
  const me = useMe();
  return (
    <Page title="My settings" back={{ href: "/me", label: "your page" }}>
      {me === undefined ? null : (
        <>
          <ZoneQuestion member={me.member} />
          <NameAndZone key={`${me.member.name} ${me.member.zone}`} member={me.member} />
          <QuietHours member={me.member} workspace={me.workspace} />
          <DaysOff member={me.member} />
          {me.member.role === "viewer" ? null : <Away member={me.member} people={me.people} />}
        </>
      )}
    </Page>
  );
}

function NameAndZone({ member }: { member: RowOf<"member"> }) {
  const [name, setName] = useState(member.name);
  const [zone, setZone] = useState(member.zone);
  const task = useTask();
  const changed = name.trim() !== member.name || zone !== member.zone;

  async function save() {
    const memberId = member.id;
    const renamed =
      name.trim() === member.name || (await task.run(() => mutate("member.rename", { memberId, name })));
    const moved =
      zone === member.zone || (await task.run(() => mutate("member.set-zone", { memberId, zone })));
    if (renamed && moved) showToast({ text: "Saved" });
  }

  return (
    <Section title="You">
      <Card>
        <Form label="Your name and time zone" onSubmit={save}>
          <Field label="Name" error={name.trim() === "" ? "Your team needs a name to see." : ""}>
            <TextInput value={name} onChange={setName} autoComplete="name" maxLength={200} />
          </Field>
          <Field label="Time zone" hint="Your due times and reminders follow it.">
            <ZoneSelect value={zone} onChange={setZone} />
          </Field>
          <RefusalNote refused={task.refused} />
          <Button type="submit" busy={task.busy} disabled={!changed || name.trim() === ""}>
            Save
          </Button>
        </Form>
      </Card>
    </Section>
  );
}
