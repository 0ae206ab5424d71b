import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import { DirectionField } from "../../ui/DirectionField.tsx";
import { Field } from "../../ui/Field.tsx";
import { Findings } from "../../ui/Findings.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { UnitField } from "../../ui/UnitField.tsx";
import { MetricDetails } from "./MetricDetails.tsx";
import { MetricLimits } from "./MetricLimits.tsx";
import type { MetricChoices } from "./metric-choices.ts";
import { type MetricForm, withUnit } from "./metric-form.ts";
import { cadences } from "./words.ts";

export interface MetricFieldsProps {
  form: MetricForm;
  set: (patch: Partial<MetricForm>) => void;
  choices: MetricChoices;
  errors: FieldErrors;
}

/** Everything a metric is but its kind, which is for good. */
export function MetricFields(props: MetricFieldsProps) {
  const { form, set, choices, errors } = props;
  return (
    <>
      <Field label="Name" hint="As people say it: “Weekly podcast habit”." error={errors.name ?? errors.key}>
        <TextInput value={form.name} maxLength={200} onChange={(name) => set({ name })} />
      </Field>
      <Field
        label="Definition"
        hint="What exactly is counted, over which time, of whom. Two people must get the same number."
        error={errors.definition}
      >
        <TextArea value={form.definition} max={2000} onChange={(definition) => set({ definition })} />
      </Field>
      {form.kind === "north-star" && form.name.trim() !== "" ? (
        <Findings findings={lintNorthStar(form)} label="What lint rules say of it" />
      ) : null}
      <UnitField unit={form.unit} onChange={(unit) => set(withUnit(form, unit))} />
      <DirectionField value={form.goodDirection} onChange={(goodDirection) => set({ goodDirection })} />
      <MetricLimits {...props} />
      <SegmentedField
        label="How often is it read?"
        options={cadences}
        value={form.cadence}
        onChange={(cadence) => set({ cadence })}
      />
      <Field
        label="Who looks after it?"
        hint="Its steward records readings and knows why it moves."
        error={errors.stewardId}
      >
        <Select
          options={choices.stewards}
          value={form.stewardId}
          placeholder="not chosen yet"
          onChange={(stewardId) => set({ stewardId })}
        />
      </Field>
      {choices.squads.length > 0 || form.squadId !== "" ? (
        <Field label="Whose is it?" error={errors.squadId}>
          <Select
            options={choices.squads}
            value={form.squadId}
            {...(choices.forCompany ? { placeholder: "The company’s" } : {})}
            onChange={(squadId) => set({ squadId })}
          />
        </Field>
      ) : null}
      <MetricDetails {...props} />
    </>
  );
}
