import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { needsUmbrella, umbrellaChoices } from "./choose-form.ts";
import type { ChooseFieldsProps } from "./StarMetricFields.tsx";

const whom = [
  { value: "company", label: "The whole company" },
  { value: "line", label: "One product line" },
] as const;

/** For the company or for one of its product lines, and what stands above several of them. */
export function LineFields({ form, set, rows, errors }: ChooseFieldsProps) {
  const umbrella = form.forLine || needsUmbrella(form, rows.stars);
  return (
    <Card label="For whom it is">
      <SegmentedField
        label="For whom is it?"
        hint="One North Star per company, or one per product line. Each more takes a little of the direction away."
        options={whom}
        value={form.forLine ? "line" : "company"}
        onChange={(one) => set({ forLine: one === "line" })}
      />
      {form.forLine ? (
        <Field label="Product line" hint="As it is called in the company." error={errors.productLine}>
          <TextInput
            value={form.productLine}
            maxLength={200}
            onChange={(productLine) => set({ productLine })}
          />
        </Field>
      ) : null}
      {umbrella ? (
        <Field
          label="Umbrella metric"
          hint="One metric that all product lines move together, for example total transactions. With several North Stars it cannot be signed without."
          error={errors.umbrellaMetricId}
        >
          <Select
            options={umbrellaChoices(rows, form.metricId)}
            value={form.umbrellaMetricId}
            placeholder="not chosen yet"
            onChange={(umbrellaMetricId) => set({ umbrellaMetricId })}
          />
        </Field>
      ) : null}
    </Card>
  );
}
