import type { Standing } from "../check-ins/history.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Status } from "./progress.ts";

/** What a key result says of itself on the map; a draft has no status yet. */
export type MapStatus = Status | "draft";

interface Place {
  /** "metric/…", "objective/…", "key-result/…" or "outcomes": unique on the map. */
  id: string;
  below: MapNode[];
  /** The key results below, by status. */
  tally: Partial<Record<MapStatus, number>>;
}

/** Everything the business ends up with, above the North Stars. */
export interface OutcomesNode extends Place {
  as: "outcomes";
  metrics: RowOf<"metric">[];
}

/** An umbrella above several North Stars, a North Star, or a metric below one. */
export interface MetricNode extends Place {
  as: "umbrella" | "north-star" | "metric";
  metric: RowOf<"metric">;
  /** What makes its metric a North Star. */
  northStar?: RowOf<"north-star">;
  /** How many key results move this metric itself, wherever they stand. */
  movers: number;
}

export interface ObjectiveNode extends Place {
  as: "objective";
  row: RowOf<"objective">;
  /** Absent: a company objective, or the squad is gone. */
  squad?: RowOf<"squad">;
}

export interface KeyResultNode extends Place {
  as: "key-result";
  row: RowOf<"key-result">;
  owner?: RowOf<"member">;
  /** The squad of its objective. */
  squadId?: string;
  status: MapStatus;
  /** 0–1; absent while there is nothing to compute it from. */
  progress?: number;
  /** 0–1. */
  expected: number;
  /** The last check-in that counts. */
  last?: Standing;
}

export type MapNode = OutcomesNode | MetricNode | ObjectiveNode | KeyResultNode;

/**
 * What ties two places beside the tree: a key result to the metric it moves or to another objective it serves, a
 * squad's objective to the company objective it hangs from, where that stands elsewhere.
 */
export interface MapLink {
  from: string;
  to: string;
  as: "moves" | "serves" | "parent";
}

export const metricKey = (id: string) => `metric/${id}`;
export const objectiveKey = (id: string) => `objective/${id}`;
export const keyResultKey = (id: string) => `key-result/${id}`;

/** A node and everything below it, from the top down. */
export function* walk(nodes: readonly MapNode[]): Generator<MapNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.below);
  }
}

/** Counts the key results below every node, by status. */
export function tallied(nodes: readonly MapNode[]): MapNode["tally"] {
  const all: MapNode["tally"] = {};
  for (const node of nodes) {
    node.tally = tallied(node.below);
    const counted = node.as === "key-result" ? { [node.status]: 1 } : node.tally;
    for (const [status, count] of Object.entries(counted) as [MapStatus, number][])
      all[status] = (all[status] ?? 0) + count;
  }
  return all;
}

export function countOf(tally: MapNode["tally"]): number {
  return Object.values(tally).reduce((sum, one) => sum + one, 0);
}
