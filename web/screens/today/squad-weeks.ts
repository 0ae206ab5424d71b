import { type Kept, squadWeek } from "../../../shared/check-ins/owed.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

export interface SquadWeek {
  squad: RowOf<"squad">;
  mine: boolean;
  kept: (Kept & { name: string })[];
  /** The squad's key results that run. */
  keyResults: RowOf<"key-result">[];
}

const order = ["missing", "waiting", "late", "on-time"] as const;

/**
 * This week of every squad the member belongs to, or of all of them for somebody who is in none; within one, those who
 * owe something, whoever is missing first.
 */
export async function readSquadWeeks(read: Reader, memberId: string, at: number): Promise<SquadWeek[]> {
  const [workspaces, members, everySquad, everyCycle] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("squad"),
    read.list("cycle"),
  ]);
  const rhythm = workspaces[0]?.rhythm;
  const active = everySquad.filter((one) => one.state === "active");
  const mine = active.filter((one) => one.members.some((member) => member.memberId === memberId));
  const squads = mine.length > 0 ? mine : active;
  const cycles = everyCycle.filter((one) => one.state === "running");
  if (rhythm === undefined || squads.length === 0 || cycles.length === 0) return [];
  const [objectives, running] = await Promise.all([
    Promise.all(cycles.map((cycle) => read.inCycle("objective", cycle.id))),
    Promise.all(cycles.map((cycle) => read.inCycle("key-result", cycle.id))),
  ]);
  return Promise.all(
    squads.map(async (squad) => {
      const theirs = new Set(
        objectives
          .flat()
          .filter((one) => one.squadId === squad.id)
          .map((one) => one.id),
      );
      const keyResults = running
        .flat()
        .filter((one) => one.state === "committed" && theirs.has(one.objectiveId));
      const checkIns = (await Promise.all(keyResults.map((one) => read.list("check-in", one.id)))).flat();
      const week = squadWeek(squad, { at, rhythm, members, cycles, keyResults, checkIns });
      const name = (id: string) => members.find((one) => one.id === id)?.name ?? "somebody who left";
      const kept = week
        .filter((one) => one.state !== "nothing-owed")
        .map((one) => ({ ...one, name: name(one.memberId) }))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
      return { squad, mine: mine.includes(squad), kept, keyResults };
    }),
  );
}

function rank({ state }: Kept): number {
  return order.indexOf(state as (typeof order)[number]);
}
