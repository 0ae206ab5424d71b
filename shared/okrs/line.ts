import { upward } from "../metrics/tree.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { KeyResult } from "./key-result.ts";

/** Everything a line is drawn from. */
export interface Sky {
  metrics: readonly RowOf<"metric">[];
  northStars: readonly RowOf<"north-star">[];
}

export interface Line {
  /** From the metric the key result moves up to the North Star's own, nearest first; as far as the way goes. */
  metrics: RowOf<"metric">[];
  /** The North Star reached; absent when the way ends before it. */
  northStar?: RowOf<"north-star">;
  because?: string;
}

/**
 * The path from a key result up. It begins at an input metric or at the North Star's metric and climbs the metric tree;
 * an input that names no parent is a lever of the company's North Star. A proposed North Star counts like a committed one.
 */
export function lineToStar(keyResult: Pick<KeyResult, "moves">, { metrics, northStars }: Sky): Line {
  const { moves } = keyResult;
  if (moves === undefined) return { metrics: [] };
  const way = upward(moves.metricId, (id) => metrics.find((one) => one.id === id));
  const first = way[0];
  const last = way.at(-1);
  const begins = first?.kind === "input" || first?.kind === "north-star";
  if (last === undefined || !begins || way.some((one) => one.state === "retired"))
    return { metrics: way, because: moves.because };
  const stars = standing(northStars);
  const met = way.findIndex((metric) => stars.some((star) => star.metricId === metric.id));
  if (met >= 0) {
    const star = stars.find((one) => one.metricId === way[met]!.id)!;
    return { metrics: way.slice(0, met + 1), northStar: star, because: moves.because };
  }
  const lever = last.kind === "input" && last.parentId === undefined;
  const star = lever ? stars.find((one) => metrics.some((metric) => metric.id === one.metricId)) : undefined;
  if (star === undefined) return { metrics: way, because: moves.because };
  const top = metrics.find((one) => one.id === star.metricId)!;
  return { metrics: [...way, top], northStar: star, because: moves.because };
}

/** The North Stars that hold: the company's own before those of product lines, then committed ones before proposed. */
export function standing(northStars: readonly RowOf<"north-star">[]): RowOf<"north-star">[] {
  const rank = ({ productLine, state }: RowOf<"north-star">) =>
    (productLine === undefined ? 0 : 2) + (state === "committed" ? 0 : 1);
  return northStars.filter((one) => one.state !== "replaced").sort((a, b) => rank(a) - rank(b));
}
