import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Field } from "../../ui/Field.tsx";
import { Findings } from "../../ui/Findings.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import type { CandidateForm } from "./candidate-form.ts";
import { cadences, reaches } from "./words.ts";

/** What a candidate is; lint rules speak while it is written. */
export function CandidateFields({
  form,
  set,
  metrics,
  errors,
}: {
  form: CandidateForm;
  set: (patch: Partial<CandidateForm>) => void;
  metrics: readonly RowOf<"metric">[];
  errors: FieldErrors;
}) {
  const { name, definition, cadence } = form;
  const findings = lintNorthStar({ name, definition, ...(cadence === "" ? {} : { cadence }) });
  return (
    <>
      <Field label="Name" hint="As people would say it: “Nights booked”." error={errors.name}>
        <TextInput value={name} maxLength={200} onChange={(name) => set({ name })} />
      </Field>
      <Field
        label="Definition"
        hint="What exactly is counted, over which time, of whom. A sceptic from outside will read it."
        error={errors.definition}
      >
        <TextArea rows={4} max={2000} value={definition} onChange={(definition) => set({ definition })} />
      </Field>
      <Findings findings={findings} label="What lint rules say of it" />
      <SegmentedField
        label="Depth or breadth?"
        hint={reaches.find((one) => one.value === form.reach)?.hint}
        options={reaches}
        value={form.reach === "" ? undefined : form.reach}
        onChange={(reach) => set({ reach })}
      />
      <SegmentedField
        label="How often could it be read?"
        hint={
          form.cadence === "monthly" ? "Daily or weekly is ideal; a month is slow to learn from." : undefined
        }
        options={cadences}
        value={form.cadence === "" ? undefined : form.cadence}
        onChange={(cadence) => set({ cadence })}
      />
      <Field label="Kind of business">
        <Select
          options={starModels}
          value={form.businessModel}
          placeholder="not chosen"
          onChange={(model) => set({ businessModel: model as CandidateForm["businessModel"] })}
        />
      </Field>
      {metrics.length > 0 ? (
        <Field label="Do you count it already?" hint="Optional." error={errors.metricId}>
          <Select
            options={metrics.map((one) => ({ value: one.id, label: one.name }))}
            value={form.metricId}
            placeholder="Not yet"
            onChange={(metricId) => set({ metricId })}
          />
        </Field>
      ) : null}
    </>
  );
}
