import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { type MetricDraft, unitOf } from "./draft.ts";
import styles from "./StepPage.module.css";

export const scales = [
  { value: "count", label: "Whole" },
  { value: "ratio", label: "Percent" },
  { value: "value", label: "Decimal" },
] as const;

const directions = [
  { value: "up", label: "Higher is better" },
  { value: "down", label: "Lower is better" },
] as const;

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
      <div className={styles.group}>
        <p className={styles.legend}>Its number is</p>
        <Segmented label="Its number is" options={scales} value={metric.scale} onChange={onScale} />
      </div>
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
      <div className={styles.group}>
        <p className={styles.legend}>Good direction</p>
        <Segmented
          label="Good direction"
          options={directions}
          value={metric.goodDirection}
          onChange={(goodDirection) => onChange({ goodDirection })}
        />
      </div>
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
