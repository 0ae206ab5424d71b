import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { StepFrame } from "./StepFrame.tsx";
import { TextQuestion } from "./TextQuestion.tsx";
import { workshopRows } from "./workshop-rows.ts";

/** The product's why: the sentence behind the number. */
export function WhyStep() {
  const rows = useLive(workshopRows, []);
  const [mayWork] = useMay([["workspace.set-workshop", {}]]);
  if (rows === undefined || mayWork === undefined) return null;
  return (
    <StepFrame step="why" rows={rows}>
      <TextQuestion
        draftKey="workshop statement"
        label="What are you there for?"
        hint="One sentence that a customer would nod at. The metric will measure how well you keep it."
        placeholder="To connect people with authentic travel."
        saved={rows.workshop.statement}
        mayEdit={mayWork}
        rows={4}
        onSave={(statement) => mutate("workspace.set-workshop", { statement })}
      />
    </StepFrame>
  );
}
