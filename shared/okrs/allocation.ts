import type { RowOf } from "../sync/mutation.ts";
import type { Cycle } from "./cycle.ts";

/** A squad says of at most so many inputs that it can move them. */
export const mostInputs = 5;

/** Why an input is proposed to a squad. */
export type Fit = "omtm" | "own" | "steward" | "moved";

/** The inputs a squad said it can move in a cycle, in the order they were chosen. */
export function allocatedTo(cycle: Pick<Cycle, "allocations">, squadId: string): string[] {
  return (cycle.allocations ?? []).filter((one) => one.squadId === squadId).map((one) => one.metricId);
}

/** Inputs that no squad in use has taken on. */
export function untaken(
  cycle: Pick<Cycle, "allocations">,
  inputs: readonly RowOf<"metric">[],
  squads: readonly RowOf<"squad">[],
): RowOf<"metric">[] {
  const active = new Set(squads.filter((one) => one.state === "active").map((one) => one.id));
  const taken = new Set(
    (cycle.allocations ?? []).filter((one) => active.has(one.squadId)).map((one) => one.metricId),
  );
  return inputs.filter((one) => !taken.has(one.id));
}

/** What a squad's past says it can move. */
export interface SquadPast {
  /** Objectives and key results of the cycles before. */
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
}

/**
 * Why an input may be one for this squad, the strongest reason first: it is its One Metric That Matters, belongs to it,
 * one of its people looks after it, or a key result of the squad moved it before. Undefined: nothing speaks for it.
 */
export function fitFor(
  squad: RowOf<"squad">,
  input: RowOf<"metric">,
  { objectives, keyResults }: SquadPast,
): Fit | undefined {
  if (squad.omtm?.metricId === input.id) return "omtm";
  if (input.squadId === squad.id) return "own";
  if (squad.members.some((one) => one.memberId === input.stewardId)) return "steward";
  const theirs = new Set(objectives.filter((one) => one.squadId === squad.id).map((one) => one.id));
  const moved = keyResults.some(
    (one) => one.state !== "dropped" && theirs.has(one.objectiveId) && one.moves?.metricId === input.id,
  );
  return moved ? "moved" : undefined;
}
