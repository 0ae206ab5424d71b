import { useNow } from "../../store/live.ts";
import { useNudging } from "../../store/nudging.ts";
import { AskForCheckIn } from "../../ui/AskForCheckIn.tsx";

/** Who has asked for the check-in that is owed here, and the way to ask for it. */
export function AskOwner({ keyResultId }: { keyResultId: string }) {
  const now = useNow();
  const asking = useNudging(keyResultId);
  return asking === undefined ? null : <AskForCheckIn asking={asking} now={now} />;
}
