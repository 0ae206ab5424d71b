import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";
import { Segmented } from "./Segmented.tsx";

/** One of a few in a form: its question above, and below what the chosen one means or why it was refused. */
export function SegmentedField<V extends string>({
  hint,
  error,
  ...segmented
}: {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <p className={styles.label} aria-hidden="true">
        {segmented.label}
      </p>
      <Segmented {...segmented} error={error ? id : undefined} />
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <p className={styles.error} id={id} role="alert">
        {error}
      </p>
    </div>
  );
}
