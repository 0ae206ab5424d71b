import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { MetricForm } from "./metric-form.ts";
import { businessModels } from "./words.ts";

type Statement = Pick<MetricForm, "statement" | "businessModel">;

/** What makes a metric the North Star: the sentence behind it and the kind of business. */
export function StatementFields({
  form,
  set,
  errors,
}: {
  form: Statement;
  set: (patch: Partial<Statement>) => void;
  errors: FieldErrors;
}) {
  return (
    <>
      <Field
        label="Why does the product exist?"
        hint="One sentence about the value customers get. It stands below the number."
        error={errors.statement}
      >
        <TextArea value={form.statement} max={2000} onChange={(statement) => set({ statement })} />
      </Field>
      <Field label="What kind of business is it?" error={errors.businessModel}>
        <Select
          options={businessModels}
          value={form.businessModel}
          placeholder="not said"
          onChange={(businessModel) => set({ businessModel: businessModel as Statement["businessModel"] })}
        />
      </Field>
    </>
  );
}
