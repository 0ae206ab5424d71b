import { type ReactNode, useId } from "react";
import styles from "./Section.module.css";

/** A quiet heading above what belongs to it; `end` stands at its right. */
export function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {end ? <div>{end}</div> : null}
      </div>
      {children}
    </section>
  );
}
