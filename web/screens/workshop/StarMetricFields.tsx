import { metricKey } from "../../../shared/metrics/metric-key.ts";
import { Card } from "../../ui/Card.tsx";
import { DirectionField } from "../../ui/DirectionField.tsx";
import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { UnitField } from "../../ui/UnitField.tsx";
import type { ChooseForm } from "./choose-form.ts";
import { cadences } from "./words.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

export interface ChooseFieldsProps {
  form: ChooseForm;
  set: (patch: Partial<ChooseForm>) => void;
  rows: WorkshopRows;
  errors: FieldErrors;
}

/** The metric it becomes: one that is there, or a new one in all its parts. */
export function StarMetricFields({ form, set, rows, errors }: ChooseFieldsProps) {
  const { metrics, members, keys } = rows;
  const there = metrics.filter((one) => one.kind === "north-star");
  return (
    <Card label="The metric">
      {there.length > 0 ? (
        <Field label="The metric" error={errors.metricId}>
          <Select
            options={there.map((one) => ({ value: one.id, label: one.name }))}
            value={form.metricId}
            placeholder="Define it now"
            onChange={(metricId) => set({ metricId })}
          />
        </Field>
      ) : null}
      {form.metricId === "" ? (
        <>
          <Field label="Its name" error={errors.name}>
            <TextInput value={form.name} maxLength={200} onChange={(name) => set({ name })} />
          </Field>
          <Field
            label="Key"
            hint="A short name for links and programs; it stays for good."
            error={errors.key}
          >
            <TextInput
              value={form.key}
              maxLength={64}
              autoCapitalize="none"
              placeholder={metricKey(form.name, keys)}
              onChange={(key) => set({ key: key.trim() })}
            />
          </Field>
          <Field
            label="Definition"
            hint="What exactly is counted, over which time, of whom."
            error={errors.definition}
          >
            <TextArea
              rows={4}
              max={2000}
              value={form.definition}
              onChange={(definition) => set({ definition })}
            />
          </Field>
          <UnitField unit={form.unit} onChange={(unit) => set({ unit })} />
          <DirectionField value={form.goodDirection} onChange={(goodDirection) => set({ goodDirection })} />
          <SegmentedField
            label="How often is it read?"
            options={cadences}
            value={form.cadence}
            onChange={(cadence) => set({ cadence })}
          />
          <Field label="Source" hint="Optional. Where the number comes from." error={errors.source}>
            <TextInput value={form.source} maxLength={500} onChange={(source) => set({ source })} />
          </Field>
          <Field label="Who looks after it?" error={errors.stewardId}>
            <Select
              options={members
                .filter((one) => one.state === "active" && one.role !== "viewer")
                .map((one) => ({ value: one.id, label: one.name }))}
              value={form.stewardId}
              placeholder="not chosen yet"
              onChange={(stewardId) => set({ stewardId })}
            />
          </Field>
          <Switch
            label="Estimated"
            detail="It cannot be measured well yet; every screen says so"
            checked={form.estimated}
            onChange={(estimated) => set({ estimated })}
          />
        </>
      ) : null}
    </Card>
  );
}
