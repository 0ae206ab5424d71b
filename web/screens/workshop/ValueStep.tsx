import { valueQuestions } from "../../../shared/metrics/star-tests.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { StepFrame } from "./StepFrame.tsx";
import { TextQuestion } from "./TextQuestion.tsx";
import { workshopRows } from "./workshop-rows.ts";

/** Four questions that turn a why into something that can be counted. */
export function ValueStep() {
  const rows = useLive(workshopRows, []);
  const [mayWork] = useMay([["workspace.set-workshop", {}]]);
  if (rows === undefined || mayWork === undefined) return null;
  return (
    <StepFrame step="value" rows={rows}>
      {valueQuestions.map(({ key, label, hint }) => (
        <TextQuestion
          key={key}
          draftKey={`workshop ${key}`}
          label={label}
          hint={hint}
          saved={rows.workshop[key]}
          mayEdit={mayWork}
          onSave={(text) => mutate("workspace.set-workshop", { [key]: text })}
        />
      ))}
    </StepFrame>
  );
}
