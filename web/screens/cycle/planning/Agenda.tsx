import { useState } from "react";
import { CopyText } from "../../../ui/CopyText.tsx";
import styles from "../Cycle.module.css";
import { agendaText } from "./agenda.ts";
import type { PlanningRows } from "./planning-rows.ts";

/** The agenda to send around before the session, folded away. */
export function Agenda({ rows }: { rows: PlanningRows }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Agenda to send around</summary>
      {open ? <CopyText text={agendaText(rows)} deed="Copy the agenda" wraps /> : null}
    </details>
  );
}
