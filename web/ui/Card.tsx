import type { ReactNode } from "react";
import styles from "./Card.module.css";
import { classes } from "./classes.ts";

/** A surface with one hairline. `owed` is the tinted one for what waits for this person; `flush` leaves out the padding. */
export function Card({
  tone,
  flush,
  label,
  children,
}: {
  tone?: "owed" | undefined;
  flush?: boolean;
  /** Names the card as a region for screen readers. */
  label?: string;
  children: ReactNode;
}) {
  const className = classes(styles.card, tone && styles[tone], flush && styles.flush);
  if (label === undefined) return <div className={className}>{children}</div>;
  return (
    <section className={className} aria-label={label}>
      {children}
    </section>
  );
}
