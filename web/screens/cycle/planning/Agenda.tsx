import { CopyText } from "../../../ui/CopyText.tsx";
import styles from "../Cycle.module.css";
import { agendaText } from "./agenda.ts";
import type { PlanningRows } from "./planning-rows.ts";

/** The agenda to send around before the session, folded away. */
export function Agenda({ rows }: { rows: PlanningRows }) {
  return (
    <details className={styles.more}>
      <summary>Agenda to send around</summary>
      <CopyText text={agendaText(rows)} deed="Copy the agenda" wraps />
    </details>
  );
}
