import { freshDaysBy } from "../../../shared/metrics/standing.ts";
import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { PayFields } from "../../ui/PayFields.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./Metric.module.css";
import type { MetricFieldsProps } from "./MetricFields.tsx";

const dayUnit = { label: "days", scale: "count", decimals: 0 } as const;

/** Where a metric hangs in the tree, where its numbers come from, and how long one stays fresh. */
export function MetricDetails({ form, set, choices, errors }: MetricFieldsProps) {
  const loop = choices.loops.get(form.parentId);
  const circular =
    loop &&
    `It stands below this metric already (${loop}); a metric cannot stand above itself. Choose another.`;
  return (
    <>
      {form.kind === "north-star" || choices.parents.length === 0 ? null : (
        <Field
          label="What does it move?"
          hint="The metric above it in the tree."
          error={circular ?? errors.parentId}
        >
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
        hint={`Left empty: ${freshDaysBy[form.cadence]} days. Older ones are shown with their age.`}
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
      {form.estimated ? (
        <p className={styles.warning}>
          With a proxy you steer by guess: say in the source how it is estimated, and trust no small move.
        </p>
      ) : null}
      <PayFields value={form} set={set} guardrails={choices.guardrails} error={errors.counterweights} />
    </>
  );
}
