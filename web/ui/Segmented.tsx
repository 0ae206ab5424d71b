import { useId } from "react";
import styles from "./Segmented.module.css";

/** One of a few, all in sight: radio buttons in a row. `label` is read out, not shown. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  error,
}: {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** The id of the words that say why it was refused. */
  error?: string | undefined;
}) {
  const name = useId();
  // Only a radiogroup may be called invalid, and a form looks for that.
  const refused = error && ({ role: "radiogroup", "aria-invalid": true, "aria-describedby": error } as const);
  return (
    <fieldset className={styles.segmented} {...refused}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((one) => (
        <label key={one.value} className={styles.option}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          <span className={styles.text}>{one.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
