import { useState } from "react";
import type { Connector } from "../../../shared/metrics/connector.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { saveConnector } from "../../store/connectors.ts";
import { useDrafted } from "../../store/drafted.ts";
import { Card } from "../../ui/Card.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { ConnectorHeaders } from "./ConnectorHeaders.tsx";
import { ConnectorLook } from "./ConnectorLook.tsx";
import { ConnectorSchedule } from "./ConnectorSchedule.tsx";
import { ConnectorTry } from "./ConnectorTry.tsx";
import * as form from "./connector-form.ts";

/** Everything a source is told. Nothing secret of it is kept on this device. */
export function ConnectorForm({
  metrics,
  metricId,
  zone,
  before,
  onSaved,
}: {
  metrics: readonly RowOf<"metric">[];
  metricId: string;
  zone: string;
  before?: Connector;
  onSaved: (saved: Connector) => void;
}) {
  const fresh = before === undefined ? form.blankConnector(metricId) : form.connectorForm(before);
  const draft = useDrafted(`connector ${before?.id ?? "new"}`, fresh);
  const [secret, setSecret] = useState<Partial<Pick<form.ConnectorForm, "url" | "headers">>>({});
  /** What was attempted with what is typed: a try asks for less than saving. */
  const [tried, setTried] = useState<"" | "asking" | "saving">("");
  const task = useTask();
  if (draft === undefined) return null;
  const value = { ...draft.value, ...secret };
  const set = (patch: Partial<form.ConnectorForm>) => {
    const { url, headers } = patch;
    if (url !== undefined || headers !== undefined)
      setSecret({ ...secret, ...(url === undefined ? {} : { url }), ...(headers ? { headers } : {}) });
    const plain = form.withoutSecrets(patch);
    if (Object.keys(plain).length > 0) draft.set(plain);
  };
  const mistakes = form.mistakesIn(value, before);
  const shown = { "": {}, asking: form.trialMistakes(value, before), saving: mistakes }[tried];
  const errors = fieldErrors(shown, task.refused);
  const metric = metrics.find((one) => one.id === value.metricId);

  async function save() {
    setTried("saving");
    if (Object.keys(mistakes).length > 0) return;
    let saved: Connector | undefined;
    const done = await task.run(async () => {
      const answer = await saveConnector(form.draftArgs(value, before), before?.id);
      if (answer.saved) saved = answer.value;
      return answer;
    });
    if (!done || saved === undefined) return;
    await draft?.drop();
    onSaved(saved);
  }

  return (
    <Form label="Source" onSubmit={save}>
      <DraftNote
        draft={{
          restored: draft.restored,
          drop: async () => {
            setSecret({});
            await draft.drop();
          },
        }}
      />
      <Section title="What it feeds">
        <Card>
          <Field label="Metric" error={errors.metricId}>
            <Select
              options={metrics.map((one) => ({ value: one.id, label: one.name }))}
              value={value.metricId}
              placeholder="not chosen yet"
              onChange={(next) => set({ metricId: next })}
            />
          </Field>
          <Field
            label="Name of the source"
            hint="Its readings carry it: “Warehouse”, “Prometheus”."
            error={errors.name && nameError(task.refused?.code, errors.name)}
          >
            <TextInput
              value={value.name}
              maxLength={80}
              autoComplete="off"
              onChange={(name) => set({ name })}
            />
          </Field>
          <Field label="Segment" hint="Optional: the slice it counts, such as EU.">
            <TextInput
              value={value.segment}
              maxLength={80}
              autoComplete="off"
              onChange={(segment) => set({ segment })}
            />
          </Field>
        </Card>
      </Section>
      <Section title="Where it is read">
        <Card>
          <Field label="Address" hint={addressHint(before)} error={errors.url}>
            <TextInput
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={2048}
              value={value.url}
              onChange={(url) => set({ url })}
            />
          </Field>
          <ConnectorHeaders
            headers={value.headers}
            onChange={(headers) => set({ headers })}
            errors={errors}
          />
        </Card>
      </Section>
      <Section title="Where the number stands">
        <Card>
          <ConnectorLook form={value} set={set} errors={errors} />
          <ConnectorTry form={value} before={before} unit={metric?.unit} onTried={() => setTried("asking")} />
        </Card>
      </Section>
      <Section title="When it is asked">
        <Card>
          <ConnectorSchedule form={value} set={set} errors={errors} zone={zone} />
        </Card>
      </Section>
      <FormEnd task={task}>{before === undefined ? "Save the source" : "Save the changes"}</FormEnd>
    </Form>
  );
}

/** The one thing a server says about a name. */
function nameError(code: string | undefined, error: string): string {
  return code === "invalid_request" ? "This metric has a source of this name already." : error;
}

function addressHint(before: Connector | undefined): string {
  const rule = "https, and open to the internet. It answers with JSON or Prometheus text of at most 100 KB.";
  if (before?.hidden !== true) return rule;
  return "What follows the “?” is kept and not shown. Leave it as it is, or type the whole address anew.";
}
