import type { RowOf } from "../../../shared/sync/mutation.ts";

type Cycle = RowOf<"cycle">;

const ranks: Record<Cycle["state"], number> = { running: 0, grading: 1, planning: 3, closed: 4 };

/**
 * The cycle a visit opens with: the one asked for, else what runs, is graded or is planned, else the last closed. One
 * committed ahead of its first day comes after one that is being graded.
 */
export function shownCycle(cycles: readonly Cycle[], today: string, askedId?: string): Cycle | undefined {
  const rank = ({ state, startsOn }: Cycle) => (state === "running" && startsOn > today ? 2 : ranks[state]);
  const asked = cycles.find((one) => one.id === askedId);
  return asked ?? [...cycles].sort((a, b) => rank(a) - rank(b) || nearest(a, b))[0];
}

/** The cycle a new objective belongs to: the one asked for if it still takes any, else the planned one, else the running. */
export function plannableCycle(cycles: readonly Cycle[], askedId?: string): Cycle | undefined {
  const open = cycles.filter((one) => one.state === "planning" || one.state === "running");
  const asked = open.find((one) => one.id === askedId);
  return asked ?? open.sort((a, b) => Number(a.state === "running") - Number(b.state === "running"))[0];
}

/** All others, the youngest first. */
export function otherCycles(cycles: readonly Cycle[], shownId: string): Cycle[] {
  return cycles.filter((one) => one.id !== shownId).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

function nearest(a: Cycle, b: Cycle): number {
  const later = a.startsOn < b.startsOn ? 1 : -1;
  return a.state === "planning" ? -later : later;
}
