import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";
import { FieldContext } from "./field-context.ts";

/** A label, its control, a hint before and an error after it; the one control inside is tied to all of them. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <FieldContext value={{ id, describedBy: described || undefined, invalid: Boolean(error) }}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {hint ? (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        {children}
        <p className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      </div>
    </FieldContext>
  );
}
