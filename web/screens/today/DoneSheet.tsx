import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { unfinishBet } from "../../store/bet-day.ts";
import { concludeBet, useConclusion } from "../../store/conclusion.ts";
import { ConcludeForm } from "../../ui/ConcludeForm.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

/** What made a promise ends with what became of it. */
export function DoneSheet({
  bet,
  onClose,
  onDone,
}: {
  bet: RowOf<"bet">;
  onClose: () => void;
  onDone: () => void;
}) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useConclusion(bet);
  if (draft === undefined) return null;
  const said = draft.value;

  async function conclude() {
    setTried(true);
    if (said.as === undefined || said.learning.trim() === "" || draft === undefined) return;
    if (!(await task.run(() => concludeBet(bet, said)))) return;
    onDone();
    onClose();
    showToast({
      text: `Concluded: ${said.as}`,
      action: { label: "Undo", onTap: () => void unfinishBet(bet) },
    });
    await draft.drop();
  }

  return (
    <Sheet open onClose={onClose} title="How did it end?">
      <ConcludeForm {...{ said, tried }} {...task} onChange={draft.set} onSubmit={conclude} />
    </Sheet>
  );
}
