import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import type { MetricFieldsProps } from "./MetricFields.tsx";

const dayUnit = { label: "days", scale: "count", decimals: 0 } as const;
const usual = { daily: "2 days", weekly: "10 days", monthly: "45 days" } as const;

/** Where a metric hangs in the tree, where its numbers come from, and how long one stays fresh. */
export function MetricDetails({ form, set, choices, errors }: MetricFieldsProps) {
  return (
    <>
      {form.kind === "north-star" || choices.parents.length === 0 ? null : (
        <Field label="What does it move?" hint="The metric above it in the tree." error={errors.parentId}>
          <Select
            options={choices.parents}
            value={form.parentId}
            placeholder={form.kind === "input" ? "The North Star" : "Nothing; it stands on its own"}
            onChange={(parentId) => set({ parentId })}
          />
        </Field>
      )}
      <Field label="Source" hint="Optional. Where the number comes from." error={errors.source}>
        <TextInput value={form.source} maxLength={500} onChange={(source) => set({ source })} />
      </Field>
      <Field
        label="A reading is fresh for"
        hint={`Left empty: ${usual[form.cadence]}. Older ones are shown with their age.`}
        error={errors.freshDays}
      >
        <NumberInput value={form.freshDays} unit={dayUnit} onChange={(freshDays) => set({ freshDays })} />
      </Field>
      <Switch
        label="Estimated"
        detail="It cannot be measured well yet; every screen says so."
        checked={form.estimated}
        onChange={(estimated) => set({ estimated })}
      />
    </>
  );
}
