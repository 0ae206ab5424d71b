import { formatValue } from "../../../shared/metrics/value.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Select } from "../../ui/Select.tsx";
import { UnitField } from "../../ui/UnitField.tsx";
import styles from "./Cycle.module.css";
import type { FormChoices, MetricChoice } from "./form-choices.ts";
import { type KeyResultForm, withUnit } from "./key-result-form.ts";

/** The number of a key result: a metric's readings or one of its own, from where to where. */
export function KeyResultNumbers({
  form,
  set,
  choices,
  errors,
}: {
  form: KeyResultForm;
  set: (patch: Partial<KeyResultForm>) => void;
  choices: FormChoices;
  errors: Partial<Record<string, string>>;
}) {
  const bounded = form.direction === "stay-above" || form.direction === "stay-below";
  const measured = choices.metrics.find((one) => one.id === form.measures);
  const moved = choices.metrics.find((one) => one.id === form.movesId);
  const target = bounded ? (form.direction === "stay-above" ? "Floor" : "Ceiling") : "Target";
  return (
    <>
      <Field
        label="What is its number?"
        hint={measured ? "Each check-in is also a reading of this metric." : undefined}
        error={errors.measures}
      >
        <Select
          options={choices.measures}
          value={form.measures}
          placeholder="A number of its own"
          onChange={(measures) => set(measuring(measures, form, choices))}
        />
      </Field>
      <div className={styles.suggestions}>
        {moved !== undefined && form.measures === "" ? (
          <Chip onClick={() => set(measuring(moved.id, form, choices))}>
            {`Measure “${moved.name}” itself${said(moved)}`}
          </Chip>
        ) : null}
        {measured?.latest !== undefined && !bounded && form.baseline !== measured.latest ? (
          <Chip
            onClick={() => set({ baseline: measured.latest })}
          >{`Baseline: its last reading${said(measured)}`}</Chip>
        ) : null}
      </div>
      {measured ? null : <UnitField unit={form.unit} onChange={(unit) => set(withUnit(form, unit))} />}
      <div className={styles.pair}>
        {bounded ? null : (
          <Field label="Baseline" hint="where it is now" error={errors.baseline}>
            <NumberInput
              key={form.unit.scale}
              value={form.baseline}
              unit={form.unit}
              onChange={(baseline) => set({ baseline })}
            />
          </Field>
        )}
        <Field label={target} hint={bounded ? "never beyond it" : "where it should be"} error={errors.target}>
          <NumberInput
            key={form.unit.scale}
            value={form.target}
            unit={form.unit}
            onChange={(value) => set({ target: value })}
          />
        </Field>
      </div>
    </>
  );
}

function said({ latest, unit }: MetricChoice): string {
  return latest === undefined ? "" : `, ${formatValue(latest, unit)}`;
}

/** Choosing a metric brings its unit and, where no baseline was typed, its last reading. */
function measuring(measures: string, form: KeyResultForm, choices: FormChoices): Partial<KeyResultForm> {
  const metric = choices.metrics.find((one) => one.id === measures);
  if (metric === undefined) return { measures };
  return {
    measures,
    ...withUnit(form, metric.unit),
    baseline: metric.latest ?? form.baseline,
    movesId: form.movesId === "" && metric.kind === "input" ? metric.id : form.movesId,
  };
}
