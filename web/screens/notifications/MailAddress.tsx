import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Notifications.module.css";

/** Where e-mail goes. `known`: the server has said that it sends any. */
export function MailAddress({ member, known }: { member: RowOf<"member">; known: boolean }) {
  const [email, setEmail] = useState(member.email ?? "");
  const task = useTask();
  const wanted = email.trim();
  const save = async () => {
    const args = { memberId: member.id, email: wanted === "" ? null : wanted };
    if (await task.run(() => mutate("member.set-email", args))) showToast({ text: "Saved" });
  };
  const wrong = task.refused?.field === "email" ? "This is no e-mail address." : "";
  return (
    <Form label="Your e-mail address" onSubmit={save}>
      <Field
        label="Your e-mail address"
        hint={
          member.email
            ? "Everybody in the workspace can see it."
            : "With one, reminders can come by e-mail too."
        }
        error={wrong}
      >
        <TextInput
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
        />
      </Field>
      {known ? null : (
        <p className={styles.body}>Offline it is not known whether this server sends e-mail at all.</p>
      )}
      {wrong === "" ? <RefusalNote refused={task.refused} /> : null}
      <Button type="submit" busy={task.busy} disabled={wanted === (member.email ?? "")}>
        Save
      </Button>
    </Form>
  );
}
