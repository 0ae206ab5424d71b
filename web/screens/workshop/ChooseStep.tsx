import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useWide } from "../../ui/wide.ts";
import { Choices } from "./Choices.tsx";
import { CompareStack } from "./CompareStack.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf } from "./steps.ts";
import { workshopRows } from "./workshop-rows.ts";

/** Candidates test by test: side by side where there is room, below each other on a phone. */
export function ChooseStep() {
  const rows = useLive(workshopRows, []);
  const wide = useWide();
  const [mayChoose] = useMay([["north-star.propose", {}]]);
  if (rows === undefined) return null;
  const open = [...rows.chosen, ...rows.shortlist];
  // What was chosen alone is seen best beside what fell.
  const candidates = open.length === 1 ? [...open, ...rows.rejected.slice(0, 2)] : open;
  return (
    <StepFrame step="choose" rows={rows}>
      {candidates.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          body="Two or three candidates, judged by the same ten tests, stand here beside each other."
          action={<Button href={addressOf("candidates")}>Go to the candidates</Button>}
        />
      ) : (
        <>
          {wide && candidates.length <= 4 ? (
            <CompareTable candidates={candidates} />
          ) : (
            <CompareStack candidates={candidates} />
          )}
          <Choices candidates={rows.shortlist} mayChoose={mayChoose === true} />
        </>
      )}
    </StepFrame>
  );
}
