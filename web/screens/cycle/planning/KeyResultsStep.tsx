import { allocatedTo } from "../../../../shared/okrs/allocation.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { SideBySide } from "../../../ui/SideBySide.tsx";
import { byOrder } from "./by-order.ts";
import { PlannedKeyResult } from "./PlannedKeyResult.tsx";
import { PlannedObjective } from "./PlannedObjective.tsx";
import styles from "./Planning.module.css";
import type { PlanningRows } from "./planning-rows.ts";
import type { StepProps } from "./step-props.ts";

/** Objective by objective: its key results with what gate and lint say, and the next one begun from the squad's inputs. */
export function KeyResultsStep(props: StepProps) {
  const { rows, may } = props;
  const live = byOrder(rows.objectives).filter((one) => one.state !== "dropped");
  if (live.length === 0)
    return <EmptyState title="No objective yet" body="Key results belong to one. Write it a step before." />;
  return live
    .sort((a, b) => Number(a.squadId === undefined) - Number(b.squadId === undefined))
    .map((objective) => {
      const own = byOrder(rows.keyResults).filter(
        (one) => one.objectiveId === objective.id && one.state !== "dropped",
      );
      const input = nextInput(objective, own, rows);
      return (
        <PlannedObjective key={objective.id} {...props} objective={objective} step="key-results">
          {own.length === 0 ? null : (
            <ul className={styles.list}>
              {own.map((one) => (
                <PlannedKeyResult key={one.id} {...props} keyResult={one} />
              ))}
            </ul>
          )}
          {may.addTo.has(objective.id) ? (
            <SideBySide>
              <Button
                href={`/cycle/key-results/new?objective=${objective.id}&plan=key-results${input ? `&input=${input}` : ""}`}
                aria-label={`Add a key result to “${objective.title}”`}
              >
                Add a key result
              </Button>
            </SideBySide>
          ) : null}
        </PlannedObjective>
      );
    });
}

/** The first input the squad took on that none of the objective's key results moves yet. */
function nextInput(
  { squadId }: RowOf<"objective">,
  own: readonly RowOf<"key-result">[],
  { cycle }: PlanningRows,
): string | undefined {
  if (squadId === undefined) return undefined;
  const moved = new Set(own.map((one) => one.moves?.metricId));
  return allocatedTo(cycle, squadId).find((id) => !moved.has(id));
}
