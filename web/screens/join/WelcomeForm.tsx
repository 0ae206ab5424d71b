import { useState } from "react";
import { useLocation } from "wouter";
import { join, type TokenPreview } from "../../store/join.ts";
import { Card } from "../../ui/Card.tsx";
import { deviceName } from "../../ui/device-name.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { dropToken } from "../../ui/link-token.ts";
import { roleWords } from "../../ui/role.ts";
import { TextInput } from "../../ui/TextInput.tsx";
import { Threshold } from "../../ui/Threshold.tsx";
import { useTask } from "../../ui/task.ts";
import { deviceZone } from "../../ui/zone.ts";
import { HomeScreenHint } from "./HomeScreenHint.tsx";

/** Joining by invite, or coming back by a sign-in link: what the link gives, a name where none is known, one tap. */
export function WelcomeForm({ token, preview }: { token: string; preview: TokenPreview }) {
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const [, navigate] = useLocation();
  const task = useTask();
  const invited = preview.purpose === "invite";
  const place = preview.workspace ?? "Northing";

  async function submit() {
    setTried(true);
    if (preview.needsName && name.trim() === "") return;
    const answers = {
      ...(preview.needsName ? { name } : {}),
      zone: deviceZone(),
      locale: navigator.language,
      deviceName: deviceName(navigator.userAgent),
    };
    if (!(await task.run(() => join(token, answers)))) return;
    dropToken();
    navigate("/", { replace: true });
  }

  return (
    <Threshold
      title={invited ? `Join ${place}` : `Welcome back to ${place}`}
      detail={invited ? undefined : "This link signs this device in. It works once."}
    >
      <Form label={invited ? "Join" : "Sign in"} onSubmit={submit}>
        {invited || preview.needsName ? (
          <Card>
            {invited ? <Invitation preview={preview} /> : null}
            {preview.needsName ? (
              <Field
                label="Your name"
                error={tried && name.trim() === "" ? "Say your name; your team will see it." : ""}
              >
                <TextInput value={name} onChange={setName} autoComplete="name" autoFocus maxLength={200} />
              </Field>
            ) : null}
          </Card>
        ) : null}
        <FormEnd task={task}>{invited ? `Join ${place}` : "Sign in on this device"}</FormEnd>
      </Form>
      <HomeScreenHint token={token} />
    </Threshold>
  );
}

function Invitation({ preview: { role, squad } }: { preview: TokenPreview }) {
  if (role === undefined) return null;
  const { article, may } = roleWords[role];
  return (
    <p>
      You are invited as <strong>{article}</strong>
      {squad === undefined ? null : (
        <>
          {" "}
          of the squad <strong>{squad}</strong>
        </>
      )}
      . {may}
    </p>
  );
}
