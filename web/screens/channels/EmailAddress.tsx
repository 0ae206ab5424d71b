import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

/** The address one's reminders go to; empty takes it away. Works offline, like every setting. */
export function EmailAddress({ member }: { member: RowOf<"member"> }) {
  const draft = useDrafted("e-mail", { email: member.email ?? "" });
  const task = useTask();
  if (draft === undefined) return null;
  const email = draft.value.email.trim();
  const isChanged = email !== (member.email ?? "");
  const looksWrong = email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
  const errors = fieldErrors(
    looksWrong && isChanged ? { email: "An address has one @ and a dot after it." } : {},
    task.refused,
  );

  async function save() {
    if (looksWrong) return;
    const saved = await task.run(() =>
      mutate("member.set-email", { memberId: member.id, email: email === "" ? null : email }),
    );
    if (!saved) return;
    await draft?.drop();
    showToast({ text: email === "" ? "Taken away" : "Saved" });
  }

  return (
    <Section title="Your address">
      <Card>
        <Form label="Your e-mail address" onSubmit={save}>
          <Field
            label="E-mail"
            hint="Everybody in the workspace can see it. Leave it empty to get no e-mail."
            error={errors.email}
          >
            <TextInput
              type="email"
              inputMode="email"
              autoComplete="email"
              maxLength={254}
              value={draft.value.email}
              onChange={(next) => draft.set({ email: next })}
            />
          </Field>
          <RefusalNote refused={task.refused} />
          <Button type="submit" busy={task.busy} disabled={!isChanged || looksWrong}>
            Save
          </Button>
        </Form>
      </Card>
    </Section>
  );
}
