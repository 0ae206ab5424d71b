import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import styles from "./Metric.module.css";
import type { MetricFieldsProps } from "./MetricFields.tsx";

/** A guardrail's floor and ceiling; for every other kind a level it should reach some day. */
export function MetricLimits({ form, set, errors }: MetricFieldsProps) {
  const number = (field: "floor" | "ceiling" | "target") => (
    <NumberInput
      key={form.unit.scale}
      value={form[field]}
      unit={form.unit}
      onChange={(value) => set({ [field]: value })}
    />
  );
  if (form.kind === "guardrail")
    return (
      <div className={styles.pair}>
        <Field label="Floor" hint="never below" error={errors.floor}>
          {number("floor")}
        </Field>
        <Field label="Ceiling" hint="never above" error={errors.ceiling}>
          {number("ceiling")}
        </Field>
      </div>
    );
  return (
    <Field label="Target" hint="Optional; drawn on the plot." error={errors.target}>
      {number("target")}
    </Field>
  );
}
