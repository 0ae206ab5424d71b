import { useState } from "react";
import { type SavedWebhook, topics, type Webhook } from "../../../shared/channels/webhook.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { saveWebhook } from "../../store/channels.ts";
import { useDrafted } from "../../store/drafted.ts";
import { Card } from "../../ui/Card.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Section } from "../../ui/Section.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Channels.module.css";
import { draftOf, mistakesIn, typedOf } from "./webhook-form.ts";
import { kindHints, kindNames, topicWords } from "./webhook-words.ts";

const kinds = (["slack", "teams", "generic"] as const).map((value) => ({ value, label: kindNames[value] }));

/** Where a squad is heard, and with what. The address is a secret: it goes to the server and is kept nowhere here. */
export function WebhookForm({
  reach,
  before,
  onSaved,
}: {
  reach: { all: boolean; squads: readonly RowOf<"squad">[] };
  before?: Webhook;
  onSaved: (saved: SavedWebhook) => void;
}) {
  const first = reach.all ? "" : (reach.squads[0]?.id ?? "");
  const draft = useDrafted(`webhook ${before?.id ?? "new"}`, typedOf(before, first));
  const [url, setUrl] = useState("");
  const [tried, setTried] = useState(false);
  const task = useTask();
  if (draft === undefined) return null;
  const { name, kind, squadId, says } = draft.value;
  const mistakes = mistakesIn(draft.value, url, before);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);
  // The report is the whole company's, so not a squad's PM's to send outside; one that is on can be taken away.
  const offered = topics.filter((one) => one !== "report" || reach.all || says.includes(one));
  const squads = [
    ...(reach.all ? [{ value: "", label: "Every squad" }] : []),
    ...reach.squads.map((one) => ({ value: one.id, label: one.name })),
  ];

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    let saved: SavedWebhook | undefined;
    const done = await task.run(async () => {
      const answer = await saveWebhook(draftOf(draft.value, url), before?.id);
      if (answer.saved) saved = answer.value;
      return answer;
    });
    if (!done || saved === undefined) return;
    await draft.drop();
    setUrl("");
    setTried(false);
    onSaved(saved);
  }

  return (
    <Form label="Webhook" onSubmit={save}>
      <DraftNote draft={draft} />
      <Section title="Where it goes">
        <Card>
          {before === undefined ? (
            <SegmentedField
              label="What is posted to"
              options={kinds}
              value={kind}
              hint={kindHints[kind]}
              onChange={(next) => draft.set({ kind: next })}
            />
          ) : null}
          <Field label="Name" hint="So that you tell it from the others: #podcasts." error={errors.name}>
            <TextInput
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(next) => draft.set({ name: next })}
            />
          </Field>
          <Field label="Address" hint={addressHint(before)} error={errors.url}>
            <TextInput
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={2048}
              value={url}
              placeholder={before?.address ?? ""}
              onChange={setUrl}
            />
          </Field>
        </Card>
      </Section>
      <Section title="What it is told">
        <Card>
          <Field label="Of which squad" error={errors.squadId}>
            <Select options={squads} value={squadId} onChange={(next) => draft.set({ squadId: next })} />
          </Field>
          <fieldset className={styles.topics}>
            <legend className="visually-hidden">What it is told</legend>
            {offered.map((one) => (
              <Switch
                key={one}
                label={topicWords[one].label}
                detail={topicWords[one].detail}
                checked={says.includes(one)}
                onChange={(on) =>
                  draft.set({ says: on ? [...says, one] : says.filter((other) => other !== one) })
                }
              />
            ))}
            <p className={styles.wrong} role="alert">
              {errors.says}
            </p>
          </fieldset>
        </Card>
      </Section>
      <FormEnd task={task}>{before === undefined ? "Save the webhook" : "Save the changes"}</FormEnd>
    </Form>
  );
}

function addressHint(before: Webhook | undefined): string {
  if (before === undefined) return "It is kept encrypted, and nobody sees it again.";
  if (before.address === "") return "The server cannot read the one it kept. Paste it again.";
  return "Kept and not shown. Leave this empty to keep it.";
}
