import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { byOrder } from "./by-order.ts";
import { PlannedObjective } from "./PlannedObjective.tsx";
import styles from "./Planning.module.css";
import type { StepProps } from "./step-props.ts";

/** The company's own objectives, which every squad's hangs below. */
export function CompanyStep(props: StepProps) {
  const { rows, may } = props;
  const own = byOrder(rows.objectives).filter((one) => one.squadId === undefined && one.state !== "dropped");
  const writes = may.write.has("");
  return (
    <>
      {own.length === 0 ? (
        <EmptyState
          title="No company objective yet"
          body="Two or three sentences of what should be true by the end. Squads find their own way to them."
        />
      ) : (
        own.map((one) => <PlannedObjective key={one.id} {...props} objective={one} step="company" />)
      )}
      {writes ? (
        <Button href={`/cycle/objectives/new?cycle=${rows.cycle.id}&plan=company`}>
          New company objective
        </Button>
      ) : (
        <p className={styles.soft}>A director or an admin writes the company's objectives.</p>
      )}
    </>
  );
}
