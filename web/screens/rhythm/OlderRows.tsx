import { bringCycle } from "../../store/older-cycle.ts";
import { useAnswer } from "../../ui/answer.ts";
import { NeedsServer } from "../../ui/NeedsServer.tsx";

/** Brings the rows of a cycle this phone was not given; they stay, and show up where they are read. */
export function OlderRows({ cycleId }: { cycleId: string }) {
  const [answer, again] = useAnswer(() => bringCycle(cycleId), { key: cycleId });
  if (answer.state === "here") return null;
  if (answer.state === "waiting") return <p role="status">Fetching this cycle from the server.</p>;
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}
