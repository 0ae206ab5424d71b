import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { concludeBet, useConclusion } from "../../store/conclusion.ts";
import { mutate } from "../../store/mutate.ts";
import { ConcludeForm } from "../../ui/ConcludeForm.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

/** How a bet ended, what was learnt, and what follows from it. */
export function ConcludeSheet({ bet, onClose }: { bet: RowOf<"bet">; onClose: () => void }) {
  const { id: betId } = bet;
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useConclusion(bet);
  if (draft === undefined) return null;
  const said = draft.value;

  async function conclude() {
    setTried(true);
    if (said.as === undefined || said.learning.trim() === "" || draft === undefined) return;
    if (!(await task.run(() => concludeBet(bet, said)))) return;
    onClose();
    showToast({
      text: `Concluded: ${said.as}`,
      action: { label: "Undo", onTap: () => void mutate("bet.reopen", { betId }) },
    });
    await draft.drop();
  }

  return (
    <Sheet open onClose={onClose} title="How did it end?">
      <ConcludeForm {...{ said, tried }} {...task} onChange={draft.set} onSubmit={conclude} />
    </Sheet>
  );
}
