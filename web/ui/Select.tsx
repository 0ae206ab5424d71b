import type { SelectHTMLAttributes } from "react";
import { useFieldLinks } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import styles from "./TextInput.module.css";

type Native = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "value" | "onChange" | "className" | "style" | "multiple"
>;

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

/** The platform's own list. With `placeholder`, `""` is "nothing chosen yet". */
export function Select({
  options,
  value,
  onChange,
  placeholder,
  ...native
}: Native & {
  options: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}) {
  return (
    <span className={styles.select}>
      <select
        {...useFieldLinks()}
        {...native}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value} disabled={one.disabled}>
            {one.label}
          </option>
        ))}
      </select>
      <span className={styles.arrow}>
        <Icon name="forward" />
      </span>
    </span>
  );
}
