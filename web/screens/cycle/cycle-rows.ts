import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** Everything the Cycle screen is computed from. */
export interface CycleRows {
  workspace: RowOf<"workspace">;
  cycle: RowOf<"cycle">;
  members: RowOf<"member">[];
  squads: RowOf<"squad">[];
  metrics: RowOf<"metric">[];
  northStars: RowOf<"north-star">[];
  objectives: RowOf<"objective">[];
  keyResults: RowOf<"key-result">[];
  checkIns: RowOf<"check-in">[];
  blockers: RowOf<"blocker">[];
  /** Readings of the guardrails, by metric. */
  guarding: ReadonlyMap<string, RowOf<"reading">[]>;
}

export async function cycleRows(read: Reader, cycle: RowOf<"cycle">): Promise<CycleRows | undefined> {
  const [[workspace], members, squads, metrics, northStars, objectives, keyResults, checkIns] =
    await Promise.all([
      read.list("workspace"),
      read.list("member"),
      read.list("squad"),
      read.list("metric"),
      read.list("north-star"),
      read.inCycle("objective", cycle.id),
      read.inCycle("key-result", cycle.id),
      read.inCycle("check-in", cycle.id),
    ]);
  if (workspace === undefined) return undefined;
  const blockers = (await Promise.all(keyResults.map((one) => read.list("blocker", one.id)))).flat();
  const guardrails = metrics.filter((one) => one.kind === "guardrail" && one.state === "active");
  const readings = await Promise.all(guardrails.map((one) => read.list("reading", one.id)));
  return {
    workspace,
    cycle,
    members,
    squads,
    metrics,
    northStars,
    objectives,
    keyResults,
    checkIns,
    blockers,
    guarding: new Map(guardrails.map((one, index) => [one.id, readings[index]!])),
  };
}
