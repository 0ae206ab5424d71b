import { type CarriedDrafts, carryOver } from "../../../../shared/okrs/carry-over-drafts.ts";
import { mutate, newId, type Saved } from "../../../store/mutate.ts";
import type { StepProps } from "./step-props.ts";

/** Drafts what was chosen, objectives before their key results. The outcome is the first refusal, or the last save. */
export async function carryOn(
  { rows, may, memberId }: StepProps,
  chosen: readonly string[],
): Promise<{ drafts: CarriedDrafts; outcome: Saved | undefined }> {
  const { past, cycle, objectives, members, squads, metrics } = rows;
  const nothing: CarriedDrafts = { objectives: [], keyResults: [] };
  if (past === undefined) return { drafts: nothing, outcome: undefined };
  const drafts = carryOver({
    ...{ chosen, past, into: { cycleId: cycle.id, objectives }, members, squads, metrics, memberId, newId },
    mayDraft: (squadId) => may.write.has(squadId ?? ""),
  });
  let outcome: Saved | undefined;
  for (const one of drafts.objectives) {
    outcome = await mutate("objective.draft", one);
    if (!outcome.saved) return { drafts, outcome };
  }
  for (const one of drafts.keyResults) {
    outcome = await mutate("key-result.draft", one);
    if (!outcome.saved) return { drafts, outcome };
  }
  return { drafts, outcome };
}

/** Drops what was carried over: key results first, then the objectives made for them, the squads' before the company's. */
export async function takeBack({ objectives, keyResults }: CarriedDrafts): Promise<Saved | undefined> {
  let outcome: Saved | undefined;
  for (const { id } of keyResults) outcome = await mutate("key-result.drop", { keyResultId: id });
  for (const { id } of [...objectives].reverse()) {
    outcome = await mutate("objective.drop", { objectiveId: id });
    if (!outcome.saved) return outcome;
  }
  return outcome;
}
