import type { RejectionCode } from "../sync/codes.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { KeyResult } from "./key-result.ts";
import { lineToStar, type Sky } from "./line.ts";

/** What blocks a commit: the code, and the field of the row that is to be changed. */
export interface GateFinding {
  code: Extract<RejectionCode, `gate_${string}`>;
  kind: "cycle" | "objective" | "key-result";
  /** The row's id; the cycle's when nothing is in it. */
  id: string;
  field: string;
}

/** Everything the gate looks at: a cycle's objectives and key results, and what they lean on. */
export interface Plan extends Sky {
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
  members: readonly RowOf<"member">[];
}

/** All that keeps a cycle's drafts from being committed, objective by objective. Empty: the gate is open. */
export function gate(cycleId: string, plan: Plan): GateFinding[] {
  const objectives = plan.objectives.filter((one) => one.state !== "dropped");
  if (objectives.length === 0) return [{ code: "gate_empty", kind: "cycle", id: cycleId, field: "cycleId" }];
  return objectives.flatMap((objective) => gateObjective(objective, plan));
}

/** The same for one objective with its key results. */
export function gateObjective(objective: RowOf<"objective">, plan: Plan): GateFinding[] {
  const found = (code: GateFinding["code"], field: string): GateFinding[] => [
    { code, kind: "objective", id: objective.id, field },
  ];
  const keyResults = plan.keyResults.filter((one) => one.objectiveId === objective.id && isLive(one));
  const carried = plan.objectives.some((one) => one.parentId === objective.id && one.state !== "dropped");
  return [
    ...(hangs(objective, plan) ? found("gate_parent", "parentId") : []),
    ...(isSecondExemption(objective, plan) ? found("gate_exemption", "exempt") : []),
    ...(keyResults.length === 0 && !carried ? found("gate_empty", "keyResults") : []),
    ...keyResults.flatMap((keyResult) => gateKeyResult(keyResult, plan)),
  ];
}

/** The same for one key result. */
export function gateKeyResult(keyResult: RowOf<"key-result">, plan: Plan): GateFinding[] {
  const objective = plan.objectives.find((one) => one.id === keyResult.objectiveId);
  const owner = plan.members.find((one) => one.id === keyResult.ownerId);
  const answerable = owner?.state === "active" && owner.role !== "viewer";
  const found: [GateFinding["code"], string][] = [
    ...(answerable ? [] : [["gate_owner", "ownerId"] as [GateFinding["code"], string]]),
    ...withoutNumber(keyResult),
    ...(objective?.exempt === undefined ? withoutPath(keyResult, plan) : []),
  ];
  return found.map(([code, field]) => ({ code, kind: "key-result", id: keyResult.id, field }));
}

/** Words of a sentence; of a script written without spaces, two characters count as one. */
export function wordsIn(sentence: string): number {
  const runs = sentence.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
  return runs
    .map((run) => run.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0)
    .reduce((sum, spaceless) => sum + Math.max(1, Math.floor(spaceless / 2)), 0);
}

function withoutNumber(keyResult: KeyResult): [GateFinding["code"], string][] {
  const { direction, baseline, target, milestones } = keyResult;
  if (direction === "milestones") return (milestones?.length ?? 0) < 2 ? [["gate_number", "milestones"]] : [];
  if (target === undefined) return [["gate_number", "target"]];
  if (direction === "stay-above" || direction === "stay-below") return [];
  if (baseline === undefined) return [["gate_number", "baseline"]];
  return baseline === target ? [["gate_baseline_is_target", "target"]] : [];
}

function withoutPath(keyResult: KeyResult, sky: Sky): [GateFinding["code"], string][] {
  const { northStar } = lineToStar(keyResult, sky);
  if (northStar === undefined) return [["gate_path", "moves"]];
  return wordsIn(keyResult.moves?.because ?? "") < 3 ? [["gate_because", "moves.because"]] : [];
}

/** A squad's objective links to a company objective of the same cycle, or is its squad's declared exemption. */
function hangs({ squadId, parentId, cycleId, exempt }: RowOf<"objective">, plan: Plan): boolean {
  if (squadId === undefined || exempt !== undefined) return false;
  const parent = plan.objectives.find((one) => one.id === parentId);
  return parent?.cycleId !== cycleId || parent.squadId !== undefined || parent.state === "dropped";
}

/** The first exemption of a squad stands: a committed one before a draft, the older before the younger. */
function isSecondExemption(objective: RowOf<"objective">, plan: Plan): boolean {
  if (objective.exempt === undefined) return false;
  const rank = (one: RowOf<"objective">) => `${one.state === "committed" ? 0 : 1} ${one.id}`;
  return plan.objectives.some(
    (one) =>
      one.squadId === objective.squadId &&
      one.exempt !== undefined &&
      one.state !== "dropped" &&
      rank(one) < rank(objective),
  );
}

function isLive(keyResult: KeyResult): boolean {
  return keyResult.state === "draft" || keyResult.state === "committed";
}
