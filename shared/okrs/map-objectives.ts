import type { RowOf } from "../sync/mutation.ts";
import { type KeyResultNode, keyResultKey, type MapLink, metricKey, objectiveKey } from "./map-node.ts";

type Objective = RowOf<"objective">;

/** A key result with the metric it moves on its way to a North Star; undefined where it reaches none. */
export interface Reaching {
  node: KeyResultNode;
  metricId: string | undefined;
}

/**
 * The metric an objective stands under: the one most of its key results move, by weight, those of the squads that carry
 * it among them. Undefined where none of them reaches a North Star.
 */
export function homes(
  objectives: readonly Objective[],
  keyResults: readonly Reaching[],
): Map<string, string | undefined> {
  const weights = new Map<string, Map<string, number>>();
  const parents = new Map(objectives.map((one) => [one.id, parentIn(one, objectives)]));
  for (const { node, metricId } of keyResults) {
    if (metricId === undefined) continue;
    const own = node.row.objectiveId;
    for (const id of [own, parents.get(own)?.id]) {
      if (id === undefined) continue;
      const known = weights.get(id) ?? new Map<string, number>();
      weights.set(id, known.set(metricId, (known.get(metricId) ?? 0) + node.row.weight));
    }
  }
  return new Map(objectives.map((one) => [one.id, heaviest(weights.get(one.id))]));
}

/** The company objective a squad's objective hangs from. */
export function parentIn(objective: Objective, objectives: readonly Objective[]): Objective | undefined {
  if (objective.squadId === undefined || objective.parentId === undefined) return undefined;
  return objectives.find((one) => one.id === objective.parentId && one.squadId === undefined);
}

/** What ties a key result to places it does not stand below; `at` is the metric its objective stands under. */
export function linksOf({ node, metricId }: Reaching, at: string | undefined): MapLink[] {
  const from = keyResultKey(node.row.id);
  const serves = new Set(node.row.alsoServes.filter((id) => id !== node.row.objectiveId));
  const moves = metricId === undefined || metricId === at ? [] : [metricId];
  return [
    ...moves.map((id): MapLink => ({ from, to: metricKey(id), as: "moves" })),
    ...[...serves].map((id): MapLink => ({ from, to: objectiveKey(id), as: "serves" })),
  ];
}

/** Of equals the one met first. */
function heaviest(weights: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: [string, number] | undefined;
  for (const one of weights ?? []) if (best === undefined || one[1] > best[1]) best = one;
  return best?.[0];
}
