import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./SideBySide.module.css";

/** Chips or buttons in a row, on more lines where they do not fit. With a label they are a group that is read out by it. */
export function SideBySide({
  label,
  scrolls,
  children,
}: {
  label?: string;
  /** On one line on a phone. */
  scrolls?: boolean;
  children: ReactNode;
}) {
  const className = classes(styles.row, scrolls && styles.scrolls);
  if (label === undefined) return <div className={className}>{children}</div>;
  return (
    <fieldset className={className}>
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  );
}
