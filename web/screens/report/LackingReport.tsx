import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Answer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";

/** In place of a report: why there is none, today or on a past day in words, and the next step. */
export function LackingReport({
  cycle,
  day,
  answer,
  onAgain,
}: {
  cycle: RowOf<"cycle"> | undefined;
  day: string | undefined;
  /** What the server said of the past day. */
  answer: Answer<unknown>;
  onAgain: () => void;
}) {
  if (cycle !== undefined && answer.state === "waiting")
    return <p role="status">{day === undefined ? "" : "Fetching that day from the server."}</p>;
  if (day === undefined)
    return (
      <EmptyState
        title={cycle === undefined ? "Nothing to report yet" : `${cycle.name} has not begun`}
        body="A report tells what a committed cycle came to: the North Star, what moved, what was decided, what is next."
        action={<Button href={cycle === undefined ? "/cycle" : "/rhythm/report"}>See the cycle</Button>}
      />
    );
  if (cycle !== undefined && answer.state === "refused")
    return <NeedsServer code={answer.code} what="The report of a past day" onAgain={onAgain} />;
  return (
    <EmptyState
      title={`Nothing to report on ${day}`}
      body={
        cycle === undefined
          ? "No cycle had begun by then. Choose a later day."
          : `${cycle.name} had not begun by then, or was not committed yet. Choose a later day.`
      }
    />
  );
}
