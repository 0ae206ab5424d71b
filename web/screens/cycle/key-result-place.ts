import type { Plan } from "../../../shared/okrs/gate.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import { type FormChoices, formChoices } from "./form-choices.ts";
import { mayDraft } from "./may-draft.ts";

/** Where a key result stands: its objective and cycle, what its form may choose, and what the gate looks at. */
export interface Place {
  objective: RowOf<"objective"> | undefined;
  cycle: RowOf<"cycle"> | undefined;
  choices: FormChoices;
  plan: Plan;
  /** This member may add a key result here; for anybody, or only one of their own. */
  mayDraft: boolean;
  namesAnyone: boolean;
}

export async function keyResultPlace(read: Reader, memberId: string, objectiveId: string): Promise<Place> {
  const objective = await read.get("objective", objectiveId);
  const cycle = objective && (await read.get("cycle", objective.cycleId));
  const drafts = await mayDraft(read, memberId, objectiveId);
  return {
    objective,
    cycle,
    choices: await formChoices(read),
    plan: await planOf(read, cycle?.id),
    mayDraft: drafts.any,
    namesAnyone: drafts.anyone,
  };
}

/** A cycle's plan, as the gate looks at it. */
export async function planOf(read: Reader, cycleId: string | undefined): Promise<Plan> {
  const [objectives, keyResults, members, metrics, northStars] = await Promise.all([
    cycleId === undefined ? [] : read.inCycle("objective", cycleId),
    cycleId === undefined ? [] : read.inCycle("key-result", cycleId),
    read.list("member"),
    read.list("metric"),
    read.list("north-star"),
  ]);
  return { objectives, keyResults, members, metrics, northStars };
}
