import { useAnswer } from "./answer.ts";
import { NeedsServer } from "./NeedsServer.tsx";

/** Brings the rows of a cycle this phone was not given, once; they stay, and show up where they are read. */
export function OlderCycle({
  cycleId,
  bring,
}: {
  cycleId: string;
  /** Throws something with a `code`. */
  bring: (cycleId: string) => Promise<unknown>;
}) {
  const [answer, again] = useAnswer(() => bring(cycleId), { key: cycleId });
  if (answer.state === "here") return null;
  if (answer.state === "waiting") return <p role="status">Fetching this cycle from the server.</p>;
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}
