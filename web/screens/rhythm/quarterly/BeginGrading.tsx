import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { useMay } from "../../../store/may.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useTask } from "../../../ui/task.ts";
import styles from "../Rhythm.module.css";

/** A cycle that is over and still runs has no grades: the step to them, for whoever may take it. */
export function BeginGrading({ cycle, today }: { cycle: RowOf<"cycle">; today: string }) {
  const task = useTask();
  const [may] = useMay([["cycle.grade", { cycleId: cycle.id }]]);
  if (cycle.state !== "running") return null;
  if (cycle.endsOn >= today)
    return <p className={styles.soft}>{cycle.name} still runs; grades come after its last day.</p>;
  return (
    <>
      <p className={styles.soft}>{cycle.name} is over and is not graded yet: its grades come first.</p>
      <RefusalNote refused={task.refused} where="request" />
      {may ? (
        <Button
          kind="owed"
          big
          busy={task.busy}
          onClick={async () =>
            (await task.run(() => mutate("cycle.grade", { cycleId: cycle.id }))) &&
            showToast({ text: `${cycle.name} is being graded` })
          }
        >
          Begin the grading
        </Button>
      ) : null}
    </>
  );
}
