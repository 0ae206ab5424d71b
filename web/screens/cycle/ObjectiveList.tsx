import { gate } from "../../../shared/okrs/gate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import type { CycleRows } from "./cycle-rows.ts";
import type { ObjectiveGroup, ObjectiveView } from "./cycle-view.ts";
import { KeyResultRow } from "./KeyResultRow.tsx";
import styles from "./Objective.module.css";
import { ObjectiveHead } from "./ObjectiveHead.tsx";

/** A card for each company objective with what serves it below. What the gate misses stands where it is missing. */
export function ObjectiveList({
  groups,
  rows,
  drafts,
}: {
  groups: readonly ObjectiveGroup[];
  rows: CycleRows;
  /** Objectives this member may add a key result to right here. */
  drafts: ReadonlySet<string>;
}) {
  const { cycle } = rows;
  const open = cycle.state === "planning" || cycle.state === "running";
  const findings = open ? gate(cycle.id, rows) : [];
  const of = (row: { id: string; state: string }) =>
    row.state === "draft" ? findings.filter((one) => one.id === row.id) : [];
  const part = (view: ObjectiveView, isTop: boolean) => (
    <>
      <ObjectiveHead view={view} isTop={isTop} phase={cycle.state} findings={of(view.row)} />
      {view.keyResults.length === 0 ? null : (
        <ul className={styles.keyResults}>
          {view.keyResults.map((one) => (
            <KeyResultRow key={one.row.id} view={one} cycle={cycle} findings={of(one.row)} />
          ))}
        </ul>
      )}
      {drafts.has(view.row.id) ? (
        <div className={styles.add}>
          <Button
            kind="quiet"
            href={`/cycle/key-results/new?objective=${view.row.id}`}
            aria-label={`Add a key result to “${view.row.title}”`}
          >
            Add a key result
          </Button>
        </div>
      ) : null}
    </>
  );
  return groups.map(({ top, below }) => (
    <Card key={top.row.id} label={top.row.title}>
      {part(top, true)}
      {below.map((view) => (
        <div key={view.row.id} className={styles.below}>
          {part(view, false)}
        </div>
      ))}
    </Card>
  ));
}
