import { type ReactNode, useId } from "react";
import styles from "./Switch.module.css";

/** On or off, at once. The whole row is the target. */
export function Switch({
  label,
  detail,
  checked,
  onChange,
  disabled,
}: {
  label: ReactNode;
  detail?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <label className={styles.row} htmlFor={id}>
      <span className={styles.words}>
        {label}
        {detail ? (
          <span className={styles.detail} id={`${id}-detail`}>
            {detail}
          </span>
        ) : null}
      </span>
      <input
        id={id}
        className={styles.switch}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        aria-describedby={detail ? `${id}-detail` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
