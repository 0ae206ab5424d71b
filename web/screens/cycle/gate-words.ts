import type { GateFinding } from "../../../shared/okrs/gate.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { refusalWords } from "../../ui/refusal.ts";

/** A finding in words: the gate's rule, the field it is about as the form calls it, and what to do. */
export interface GateWords {
  rule: string;
  field: string;
  todo: string;
}

const rules: Record<GateFinding["code"], string> = {
  gate_owner: "One owner",
  gate_number: "A number",
  gate_baseline_is_target: "Baseline is not target",
  gate_path: "Path to the North Star",
  gate_because: "A reason in words",
  gate_parent: "Linked to the company",
  gate_exemption: "One exemption a squad",
  gate_empty: "Not empty",
};

const fields: Record<string, string> = {
  ownerId: "Owner",
  baseline: "Baseline",
  milestones: "Milestones",
  moves: "Input metric",
  "moves.because": "Because",
  parentId: "Company objective",
  exempt: "Exemption",
  keyResults: "Key results",
  cycleId: "Objectives",
};

/** What a finding is called, and asks for. */
export function gateRule(finding: GateFinding, direction?: KeyResult["direction"]): GateWords {
  const bound = direction === "stay-above" ? "Floor" : direction === "stay-below" ? "Ceiling" : "Target";
  const field = finding.field === "target" ? bound : (fields[finding.field] ?? finding.field);
  return { rule: rules[finding.code], field, todo: gateWords(finding, direction) };
}

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
