import type { ReactNode } from "react";
import { bringCycle } from "../../store/older-cycle.ts";
import { useAnswer } from "../../ui/answer.ts";
import { NeedsServer } from "../../ui/NeedsServer.tsx";

/** A cycle the phone does not hold comes when it is opened; `children` stand where it turns out to be empty. */
export function OlderCycle({
  cycleId,
  known,
  children,
}: {
  cycleId: string;
  /** It was fetched before, and is shown as it was then. */
  known: boolean;
  children: ReactNode;
}) {
  const [answer, again] = useAnswer(() => bringCycle(cycleId), { key: cycleId });
  if (answer.state === "here") return children;
  if (known) return null;
  if (answer.state === "waiting") return <p role="status">Fetching this cycle from the server.</p>;
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}
