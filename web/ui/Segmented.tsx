import { useId } from "react";
import styles from "./Segmented.module.css";

/** One of a few, all in sight: radio buttons in a row. `label` is read out, not shown. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.segmented}>
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
