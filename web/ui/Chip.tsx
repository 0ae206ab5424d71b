import type { ReactNode } from "react";
import styles from "./Chip.module.css";

/** A toggle among several, or a suggestion to tap when `pressed` is left out. */
export function Chip({
  pressed,
  onClick,
  children,
  disabled,
}: {
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={pressed}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
    </button>
  );
}
