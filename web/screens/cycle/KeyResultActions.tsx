import { useState } from "react";
import { useLocation } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { Place } from "./key-result-place.ts";

/** What decides whether a key result counts: committing it into a running cycle, and dropping it. */
export function KeyResultActions({ keyResult, place }: { keyResult: RowOf<"key-result">; place: Place }) {
  const { id: keyResultId, state } = keyResult;
  const [, navigate] = useLocation();
  const [dropping, setDropping] = useState(false);
  const task = useTask();
  const [mayDrop, mayCommit] = useMay([
    ["key-result.drop", { keyResultId }],
    ["key-result.commit", { keyResultId }],
  ]);
  const joins = place.cycle?.state === "running" && place.objective?.state === "committed";
  const commits = mayCommit && state === "draft" && joins;
  if (!commits && !mayDrop) return null;
  return (
    <>
      <RefusalNote refused={task.refused} />
      <SideBySide>
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
          <Button kind="quiet" onClick={() => setDropping(true)}>
            Drop it
          </Button>
        ) : null}
      </SideBySide>
      <ConfirmSheet
        open={dropping}
        title="Drop this key result?"
        deed="Drop it"
        onClose={() => setDropping(false)}
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
