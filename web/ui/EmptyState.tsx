import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** What a place says while nothing is there: what it is for and the next step, in real words. */
export function EmptyState({ title, body, action }: { title: string; body: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg className={styles.rose} viewBox="0 0 96 96" aria-hidden="true">
        <circle cx="48" cy="48" r="38" />
        <circle cx="48" cy="48" r="30" className={styles.dots} />
        <path d="M48 4v12M48 80v12M4 48h12M80 48h12" />
        <path className={styles.star} d="M48 20l5.6 22.4L76 48l-22.4 5.6L48 76l-5.6-22.4L20 48l22.4-5.6z" />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      {action}
    </div>
  );
}
