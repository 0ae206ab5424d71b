import { useState } from "react";
import { useLocation } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Cycle.module.css";
import type { Place } from "./key-result-place.ts";
import { ReassignSheet } from "./ReassignSheet.tsx";

/** Who answers for a key result and whether it counts: handing it over, committing it, dropping it. */
export function KeyResultBinding({ keyResult, place }: { keyResult: RowOf<"key-result">; place: Place }) {
  const { id: keyResultId, state } = keyResult;
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState<"reassign" | "drop">();
  const task = useTask();
  const [mayReassign, mayDrop, mayCommit] = useMay([
    ["key-result.reassign", { keyResultId }],
    ["key-result.drop", { keyResultId }],
    ["key-result.commit", { keyResultId }],
  ]);
  const owner = place.plan.members.find((one) => one.id === keyResult.ownerId);
  const commits =
    mayCommit &&
    state === "draft" &&
    place.cycle?.state === "running" &&
    place.objective?.state === "committed";
  return (
    <>
      <Card flush>
        <ListRow
          title={owner?.name ?? "nobody"}
          detail={
            owner?.state === "active" ? "answers for it and checks in each week" : "left; hand it to somebody"
          }
          end={mayReassign ? <Button onClick={() => setAsked("reassign")}>Hand over</Button> : undefined}
        />
      </Card>
      <RefusalNote refused={task.refused} />
      {commits || mayDrop ? (
        <div className={styles.actions}>
          {commits ? (
            <Button
              busy={task.busy}
              onClick={async () =>
                (await task.run(() => mutate("key-result.commit", { keyResultId }))) &&
                showToast({ text: "Committed: its weekly check-in starts now" })
              }
            >
              Commit it
            </Button>
          ) : null}
          {mayDrop ? (
            <Button kind="quiet" onClick={() => setAsked("drop")}>
              Drop it
            </Button>
          ) : null}
        </div>
      ) : null}
      <ReassignSheet
        open={asked === "reassign"}
        onClose={() => setAsked(undefined)}
        {...{ keyResult, place }}
      />
      <ConfirmSheet
        open={asked === "drop"}
        title="Drop this key result?"
        deed="Drop it"
        onClose={() => setAsked(undefined)}
        onConfirm={async () => {
          const outcome = await mutate("key-result.drop", { keyResultId });
          if (outcome.saved) navigate(`/cycle?cycle=${keyResult.cycleId}`);
          return outcome;
        }}
      >
        <p>It leaves the cycle and nobody owes a check-in on it any more. Its history stays.</p>
      </ConfirmSheet>
    </>
  );
}
