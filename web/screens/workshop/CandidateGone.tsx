import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf } from "./steps.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** An address of a candidate that is not there, or not for this. */
export function CandidateGone({ rows }: { rows: WorkshopRows }) {
  return (
    <StepFrame
      step="candidates"
      rows={rows}
      title="Nothing to do here"
      back={{ href: addressOf("candidates"), label: "the candidates" }}
    >
      <EmptyState
        title="This candidate is not open"
        body="It was rejected, is on another phone still, or is not yours to change."
        action={<Button href={addressOf("candidates")}>See the candidates</Button>}
      />
    </StepFrame>
  );
}
