import type { RowOf } from "../../../shared/sync/mutation.ts";
import { bringCycle, isOlder } from "../../store/older-cycle.ts";
import { useAnswer } from "../../ui/answer.ts";
import { NeedsServer } from "../../ui/NeedsServer.tsx";

/** An older cycle's rows come from the server when its report is opened, and stay. */
export function OlderRows({ cycle, cycles }: { cycle: RowOf<"cycle">; cycles: readonly RowOf<"cycle">[] }) {
  return isOlder(cycles, cycle) ? <Bring cycleId={cycle.id} /> : null;
}

function Bring({ cycleId }: { cycleId: string }) {
  const [answer, again] = useAnswer(() => bringCycle(cycleId), { key: cycleId });
  if (answer.state === "here") return null;
  if (answer.state === "waiting") return <p role="status">Fetching this cycle from the server.</p>;
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}
