import type { GateFinding } from "../../../shared/okrs/gate.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { refusalWords } from "../../ui/refusal.ts";

/** What a finding asks for, gently, as one line under the row it is about. */
export function gateWords(finding: GateFinding, direction?: KeyResult["direction"]): string {
  if (finding.field === "milestones") return "Add at least two milestones.";
  if (finding.field === "keyResults") return "Add a key result, or drop the objective.";
  if (finding.field === "target" && finding.code === "gate_number")
    return direction === "stay-above"
      ? "Say the floor it must not fall below."
      : direction === "stay-below"
        ? "Say the ceiling it must not rise above."
        : "Say the target it should reach.";
  if (finding.field === "baseline") return "Say the baseline: where it is now.";
  return refusalWords(finding.code).todo;
}
