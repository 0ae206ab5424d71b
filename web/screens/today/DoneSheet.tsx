import type { RowOf } from "../../../shared/sync/mutation.ts";
import { unfinishBet } from "../../store/bet-day.ts";
import { concludeBet, useConclusion } from "../../store/conclusion.ts";
import { ConcludeSheet } from "../../ui/ConcludeSheet.tsx";

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
  const draft = useConclusion(bet);
  if (draft === undefined) return null;
  return (
    <ConcludeSheet
      draft={draft}
      onConclude={(said) => concludeBet(bet, said)}
      onConcluded={onDone}
      onUndo={() => unfinishBet(bet)}
      onClose={onClose}
    />
  );
}
