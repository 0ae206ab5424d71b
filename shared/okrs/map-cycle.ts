import type { RowOf } from "../sync/mutation.ts";

const ranks = { running: 0, grading: 1, planning: 2, closed: 3 } as const;

/**
 * The cycle a map of this day is about: the one running, else the one being graded, else the next one planned, else the
 * last closed. One committed ahead of its first day counts as planned.
 */
export function mapCycle(cycles: readonly RowOf<"cycle">[], on: string): RowOf<"cycle"> | undefined {
  const rank = ({ state, startsOn }: RowOf<"cycle">) =>
    state === "running" && startsOn > on ? ranks.planning : ranks[state];
  const nearest = (a: RowOf<"cycle">, b: RowOf<"cycle">) => {
    const earlier = a.startsOn < b.startsOn ? -1 : 1;
    return rank(a) === ranks.planning ? earlier : -earlier;
  };
  return [...cycles].sort((a, b) => rank(a) - rank(b) || nearest(a, b))[0];
}
