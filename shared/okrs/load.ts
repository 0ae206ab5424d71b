import type { RowOf } from "../sync/mutation.ts";
import type { Plan } from "./gate.ts";
import { lineToStar } from "./line.ts";

/** Nobody keeps track of more key results a week than this. */
export const mostKeyResults = 7;

/** How much of a plan one person carries. */
export interface Load {
  member: RowOf<"member">;
  keyResults: RowOf<"key-result">[];
  /** More than anybody can follow week by week. */
  over: boolean;
}

export interface PlanLoad {
  /** Owners, the most loaded first. */
  owners: Load[];
  /** Squads without a single key result of theirs. */
  idle: RowOf<"squad">[];
  /** Active members who neither own a key result that reaches the North Star nor sit in a squad that has one. */
  withoutPath: RowOf<"member">[];
}

/** What a cycle's plan, drafts included, asks of people and squads. */
export function loadOf(plan: Plan & { squads: readonly RowOf<"squad">[] }): PlanLoad {
  const objectives = new Map(
    plan.objectives.filter((one) => one.state !== "dropped").map((one) => [one.id, one]),
  );
  const live = plan.keyResults.filter(
    (one) => (one.state === "draft" || one.state === "committed") && objectives.has(one.objectiveId),
  );
  const squads = plan.squads.filter((one) => one.state === "active");
  const squadOf = (one: RowOf<"key-result">) => objectives.get(one.objectiveId)?.squadId;
  const working = new Set(live.map(squadOf));
  const reaching = live.filter((one) => lineToStar(one, plan).northStar !== undefined);
  const holding = new Set(reaching.map(squadOf));
  const tied = new Set([
    ...reaching.map((one) => one.ownerId),
    ...squads
      .filter((one) => holding.has(one.id))
      .flatMap((one) => one.members.map(({ memberId }) => memberId)),
  ]);
  const people = plan.members
    .filter((one) => one.state === "active" && one.role !== "viewer")
    .sort((a, b) => a.name.localeCompare(b.name));
  return {
    owners: people
      .map((member) => loadOn(member, live))
      .filter((one) => one.keyResults.length > 0)
      .sort((a, b) => b.keyResults.length - a.keyResults.length),
    idle: squads.filter((one) => !working.has(one.id)).sort((a, b) => a.name.localeCompare(b.name)),
    withoutPath: people.filter((one) => !tied.has(one.id)),
  };
}

function loadOn(member: RowOf<"member">, live: readonly RowOf<"key-result">[]): Load {
  const keyResults = live.filter((one) => one.ownerId === member.id);
  return { member, keyResults, over: keyResults.length > mostKeyResults };
}
