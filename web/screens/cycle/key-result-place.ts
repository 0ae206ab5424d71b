import { standing } from "../../../shared/check-ins/history.ts";
import { cycleBefore } from "../../../shared/okrs/carry-over.ts";
import type { Plan } from "../../../shared/okrs/gate.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import type { Choice } from "../../ui/Select.tsx";
import { type FormChoices, formChoices } from "./form-choices.ts";
import { mayDraft } from "./may-draft.ts";

/** Where a key result stands: its objective and cycle, what its form may choose, and what the gate looks at. */
export interface Place {
  objective: RowOf<"objective"> | undefined;
  cycle: RowOf<"cycle"> | undefined;
  choices: FormChoices;
  plan: Plan;
  /** Further objectives of the cycle that it could serve. */
  serves: Choice[];
  /** What was said of key results in the cycle before. */
  earlier: EarlierKeyResult[];
  /** This member may add a key result here; for anybody, or only one of their own. */
  mayDraft: boolean;
  namesAnyone: boolean;
}

export interface EarlierKeyResult {
  title: string;
  /** Values by day, oldest first. */
  series: { on: string; value: number }[];
}

export async function keyResultPlace(read: Reader, memberId: string, objectiveId: string): Promise<Place> {
  const objective = await read.get("objective", objectiveId);
  const cycle = objective && (await read.get("cycle", objective.cycleId));
  const drafts = await mayDraft(read, memberId, objectiveId);
  const plan = await planOf(read, cycle?.id);
  return {
    objective,
    cycle,
    choices: await formChoices(read),
    plan,
    serves: plan.objectives
      .filter((one) => one.id !== objectiveId && one.state !== "dropped")
      .map((one) => ({ value: one.id, label: one.title })),
    earlier: cycle ? await earlierIn(read, cycle) : [],
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

async function earlierIn(read: Reader, cycle: RowOf<"cycle">): Promise<EarlierKeyResult[]> {
  const last = cycleBefore(await read.list("cycle"), cycle);
  if (last === undefined) return [];
  const [keyResults, checkIns] = await Promise.all([
    read.inCycle("key-result", last.id),
    read.inCycle("check-in", last.id),
  ]);
  return keyResults.map(({ id, title }) => ({
    title,
    series: standing(checkIns.filter((one) => one.keyResultId === id)).flatMap(({ original, latest }) =>
      latest.value === undefined ? [] : [{ on: original.at.slice(0, 10), value: latest.value }],
    ),
  }));
}
