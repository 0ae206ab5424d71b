import type { RowOf } from "../../../shared/sync/mutation.ts";
import { concludeBet, useConclusion } from "../../store/conclusion.ts";
import { mutate } from "../../store/mutate.ts";
import { ConcludeSheet } from "../../ui/ConcludeSheet.tsx";

/** The end of a bet, taken back by opening it again. */
export function ConcludeBet({ bet, onClose }: { bet: RowOf<"bet">; onClose: () => void }) {
  const draft = useConclusion(bet);
  if (draft === undefined) return null;
  return (
    <ConcludeSheet
      draft={draft}
      onConclude={(said) => concludeBet(bet, said)}
      onUndo={() => mutate("bet.reopen", { betId: bet.id })}
      onClose={onClose}
    />
  );
}
