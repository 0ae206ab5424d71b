import type { ReactNode } from "react";
import styles from "./Fold.module.css";

/** What most people need not see, under a quiet line that opens it. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details>
      <summary className={styles.summary}>{summary}</summary>
      {children}
    </details>
  );
}
