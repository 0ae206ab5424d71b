import { DirectionField } from "../../ui/DirectionField.tsx";
import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { ScaleField } from "../../ui/ScaleField.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { type MetricDraft, unitOf } from "./draft.ts";
import styles from "./StepPage.module.css";

/** What a metric is counted in, which way is good, and where it stands today if that is known. */
export function MetricFields({
  metric,
  placeholder,
  onChange,
  onScale,
}: {
  metric: MetricDraft;
  /** An example of a unit. */
  placeholder: string;
  onChange: (changes: Partial<MetricDraft>) => void;
  onScale: (scale: MetricDraft["scale"]) => void;
}) {
  return (
    <>
      <ScaleField value={metric.scale} onChange={onScale} />
      <div className={styles.pair}>
        {metric.scale === "ratio" ? null : (
          <Field label={<Optional>Unit</Optional>}>
            <TextInput
              value={metric.label}
              onChange={(label) => onChange({ label })}
              maxLength={40}
              placeholder={placeholder}
              autoCapitalize="none"
            />
          </Field>
        )}
        <Field label={<Optional>Today's value</Optional>}>
          <NumberInput
            value={metric.now}
            onChange={(now) => onChange({ now })}
            unit={unitOf({ ...metric, label: "" })}
          />
        </Field>
      </div>
      <DirectionField
        value={metric.goodDirection}
        onChange={(goodDirection) => onChange({ goodDirection })}
      />
    </>
  );
}

function Optional({ children }: { children: string }) {
  return (
    <>
      {children} <span className={styles.optional}>optional</span>
    </>
  );
}
