import type { ReactNode } from "react";
import styles from "./SideBySide.module.css";

/** Chips or buttons in a row, on more lines where they do not fit. With a label they are a group that is read out by it. */
export function SideBySide({ label, children }: { label?: string; children: ReactNode }) {
  if (label === undefined) return <div className={styles.row}>{children}</div>;
  return (
    <fieldset className={styles.row}>
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  );
}
