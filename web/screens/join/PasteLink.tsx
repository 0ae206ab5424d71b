import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { tokenIn } from "../../ui/link-token.ts";
import { TextInput } from "../../ui/TextInput.tsx";

/** The way in for an installed app, which a tapped link does not reach, and for a link that came as text. */
export function PasteLink({ onToken, primary }: { onToken: (token: string) => void; primary?: boolean }) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const token = tokenIn(text);
  return (
    <Form
      label="Paste a link"
      onSubmit={() => {
        setRefused(token === undefined);
        if (token !== undefined) onToken(token);
      }}
    >
      <Card>
        <Field
          label="Paste a link"
          hint="The whole link you were sent, or the part after the #."
          error={
            refused && token === undefined ? "This is not a Northing link. Copy it again, all of it." : ""
          }
        >
          <TextInput
            value={text}
            onChange={setText}
            type="url"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={`${location.origin}/join#…`}
          />
        </Field>
      </Card>
      <Button kind={primary ? "owed" : "plain"} big type="submit">
        Open the link
      </Button>
    </Form>
  );
}
