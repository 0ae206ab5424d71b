import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { Examples } from "./Examples.tsx";
import { ModelChoice } from "./ModelChoice.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { WorkedTrees } from "./WorkedTrees.tsx";
import { workshopRows } from "./workshop-rows.ts";

/** The kind of business, which chooses the examples below it. */
export function ModelStep() {
  const rows = useLive(workshopRows, []);
  const [mayWork, mayPropose] = useMay([
    ["workspace.set-workshop", {}],
    ["candidate.propose", {}],
  ]);
  const task = useTask();
  if (rows === undefined || mayWork === undefined) return null;
  const model = rows.workshop.businessModel;
  return (
    <StepFrame step="model" rows={rows}>
      <ModelChoice
        value={model}
        onChange={
          mayWork
            ? (businessModel) => void task.run(() => mutate("workspace.set-workshop", { businessModel }))
            : undefined
        }
      />
      <RefusalNote refused={task.refused} />
      <Examples key={model ?? ""} first={model} taken={rows.shortlist} mayTake={mayPropose === true} />
      <WorkedTrees />
    </StepFrame>
  );
}
