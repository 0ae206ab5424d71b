import { Link } from "wouter";
import { lintObjective } from "../../../../shared/okrs/lint.ts";
import type { PlanningStep } from "../../../../shared/okrs/planning.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { Card } from "../../../ui/Card.tsx";
import { Findings } from "../../../ui/Findings.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { GateLines } from "../GateLines.tsx";
import styles from "./Planning.module.css";
import type { StepProps } from "./step-props.ts";

/** An objective in a session: its sentence, what it serves, what gate and lint say of it, and the way to its form. */
export function PlannedObjective({
  rows,
  may,
  findings,
  lint,
  objective,
  step,
  children,
}: StepProps & { objective: RowOf<"objective">; step: PlanningStep; children?: React.ReactNode }) {
  const serves = rows.objectives.find((one) => one.id === objective.parentId);
  const missing = findings.filter(
    (one) => one.id === objective.id && (step !== "objectives" || one.field !== "keyResults"),
  );
  const inPlan = lint.filter((one) => one.id === objective.id);
  return (
    <Card label={objective.title}>
      <h2 className={styles.name}>
        {may.write.has(objective.squadId ?? "") ? (
          <Link href={`/cycle/objectives/${objective.id}?plan=${step}`} className={styles.edit}>
            {objective.title}
            <Icon name="pencil" />
          </Link>
        ) : (
          objective.title
        )}
      </h2>
      {serves ? <p className={styles.soft}>serves “{serves.title}”</p> : null}
      {objective.why ? <p className={styles.soft}>{objective.why}</p> : null}
      {objective.exempt ? (
        <p className={styles.flag}>
          <Icon name="flag" />
          Declared exemption: {objective.exempt.reason}
        </p>
      ) : null}
      {step === "company" ? null : <GateLines findings={missing} />}
      <Findings findings={[...lintObjective(objective), ...inPlan]} />
      {children}
    </Card>
  );
}
