import type { ReactNode } from "react";
import { Segmented } from "./Segmented.tsx";
import styles from "./SegmentedField.module.css";

/** One of a few in a form: its question above, and below what the chosen one means. */
export function SegmentedField<V extends string>({
  hint,
  ...segmented
}: {
  label: string;
  hint?: ReactNode;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
}) {
  return (
    <div className={styles.field}>
      <p className={styles.label} aria-hidden="true">
        {segmented.label}
      </p>
      <Segmented {...segmented} />
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </div>
  );
}
