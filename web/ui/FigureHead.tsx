import type { ReactNode } from "react";
import styles from "./FigureHead.module.css";

/** The number a card is about, with its unit, and how it stands at the other end; below them what is said of it. */
export function FigureHead({
  value,
  unit,
  mark,
  below,
}: {
  value: string;
  unit: string;
  mark: ReactNode;
  below?: string | undefined;
}) {
  return (
    <div className={styles.head}>
      <p className={styles.now}>
        <span className={styles.value}>{value}</span> <span className={styles.unit}>{unit}</span>
      </p>
      {mark}
      {below === undefined ? null : <p className={styles.below}>{below}</p>}
    </div>
  );
}
