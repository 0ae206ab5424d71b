import { Link } from "wouter";
import { gate } from "../../../shared/okrs/gate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import type { CycleRows } from "./cycle-rows.ts";
import type { ObjectiveView } from "./cycle-view.ts";
import { GateLines } from "./GateLines.tsx";
import { KeyResultRow } from "./KeyResultRow.tsx";
import styles from "./Objective.module.css";

/** Each objective a card: its sentence, whose it is, and its key results. What the gate misses stands where it is missing. */
export function ObjectiveList({
  objectives,
  rows,
  drafts,
}: {
  objectives: readonly ObjectiveView[];
  rows: CycleRows;
  /** Objectives this member may add a key result to. */
  drafts: ReadonlySet<string>;
}) {
  const { cycle } = rows;
  const open = cycle.state === "planning" || cycle.state === "running";
  const findings = open ? gate(cycle.id, rows) : [];
  return objectives.map(({ row, squad, serves, keyResults }) => {
    const isDraft = row.state === "draft";
    return (
      <Card key={row.id} label={row.title}>
        <header className={styles.head}>
          <h2 className={styles.title}>
            <Link href={`/cycle/objectives/${row.id}`}>{row.title}</Link>
          </h2>
          <p className={styles.whose}>
            {[
              squad ?? "Company",
              serves && `serves “${serves}”`,
              row.exempt && `exempt: ${row.exempt.reason}`,
            ]
              .filter(Boolean)
              .join(" · ")}
            {isDraft && cycle.state === "running" ? " · draft" : null}
          </p>
          {isDraft ? <GateLines findings={findings.filter((one) => one.id === row.id)} /> : null}
        </header>
        {keyResults.length === 0 ? null : (
          <ul className={styles.keyResults}>
            {keyResults.map((one) => (
              <KeyResultRow
                key={one.row.id}
                view={one}
                cycle={cycle}
                findings={
                  one.row.state === "draft" ? findings.filter((found) => found.id === one.row.id) : []
                }
              />
            ))}
          </ul>
        )}
        {drafts.has(row.id) ? (
          <div>
            <Button
              kind="quiet"
              href={`/cycle/key-results/new?objective=${row.id}`}
              aria-label={`Add a key result to “${row.title}”`}
            >
              Add a key result
            </Button>
          </div>
        ) : null}
      </Card>
    );
  });
}
