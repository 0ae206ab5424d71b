import { upward } from "../metrics/tree.ts";
import type { RowOf } from "../sync/mutation.ts";
import { lineToStar, type Sky, standing } from "./line.ts";
import { type MapNode, type MetricNode, metricKey, type OutcomesNode } from "./map-node.ts";

export interface MetricTree {
  roots: MapNode[];
  /** By metric id: whatever stands in the tree. */
  placed: Map<string, MetricNode>;
  /** Inputs whose way ends before a North Star. */
  apart: MetricNode[];
}

/**
 * Outcomes on top, then an umbrella where several North Stars share one, the North Stars, and below each what moves it.
 * A loop is cut where it would repeat; every metric stands exactly once.
 */
export function metricTree(sky: Sky): MetricTree {
  const byId = new Map(sky.metrics.map((one) => [one.id, one]));
  const stars = new Map<string, RowOf<"north-star">>();
  for (const star of standing(sky.northStars))
    if (byId.has(star.metricId) && !stars.has(star.metricId)) stars.set(star.metricId, star);
  const inputs = sky.metrics.filter((one) => one.kind === "input" && one.state === "active").sort(byOrder);
  const reaching = inputs.filter((one) => reaches(one, sky));

  const umbrellas = new Set<string>();
  for (const [id, { umbrellaMetricId: over }] of stars)
    if (over !== undefined && over !== id && byId.has(over) && !stars.has(over)) umbrellas.add(over);
  const wanted = new Map<string, RowOf<"metric">>();
  for (const id of [...stars.keys(), ...umbrellas, ...reaching.map((one) => one.id)])
    for (const [steps, step] of upward(id, (one) => byId.get(one)).entries()) {
      if (steps > 0 && step.kind === "outcome" && !umbrellas.has(step.id)) break;
      wanted.set(step.id, step);
      if (steps > 0 && stars.has(step.id)) break;
    }

  const nodes = new Map([...wanted.values()].map((metric) => [metric.id, nodeOf(metric, stars, umbrellas)]));
  const outcomes = outcomesOf(sky.metrics.filter((one) => one.kind === "outcome" && !wanted.has(one.id)));
  const lever = stars.keys().next().value;
  const parentOf = (metric: RowOf<"metric">): string | undefined => {
    const over = stars.get(metric.id)?.umbrellaMetricId;
    if (over !== undefined && over !== metric.id && nodes.has(over)) return over;
    if (metric.parentId !== undefined) return nodes.has(metric.parentId) ? metric.parentId : undefined;
    return metric.kind === "input" && !stars.has(metric.id) ? lever : undefined;
  };
  const roots: MapNode[] = [];
  for (const node of nodes.values()) {
    const parent = parentOf(node.metric);
    if (parent === undefined || isCut(node.metric.id)) roots.push(node);
    else nodes.get(parent)!.below.push(node);
  }
  /** Of the metrics on a loop the first North Star, or else the first of all, loses its parent. */
  function isCut(id: string): boolean {
    const loop = [id];
    for (let next = parentOf(nodes.get(id)!.metric); next !== id; next = parentOf(nodes.get(next)!.metric)) {
      if (next === undefined || loop.includes(next)) return false;
      loop.push(next);
    }
    const rank = (one: string) => `${stars.has(one) ? 0 : 1}${one}`;
    return loop.every((one) => rank(id) <= rank(one));
  }
  for (const node of nodes.values()) node.below.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (outcomes) outcomes.below.push(...roots);
  const apart = inputs.filter((one) => !nodes.has(one.id)).map((one) => nodeOf(one, stars, umbrellas));
  return { roots: outcomes ? [outcomes] : roots, placed: nodes, apart };
}

/** Whether what moves this metric reaches a North Star. */
function reaches({ id }: RowOf<"metric">, sky: Sky): boolean {
  return lineToStar({ moves: { metricId: id, because: "" } }, sky).northStar !== undefined;
}

function nodeOf(
  metric: RowOf<"metric">,
  stars: ReadonlyMap<string, RowOf<"north-star">>,
  umbrellas: ReadonlySet<string>,
): MetricNode {
  const northStar = stars.get(metric.id);
  const as = northStar ? "north-star" : umbrellas.has(metric.id) ? "umbrella" : "metric";
  const place = { id: metricKey(metric.id), below: [], tally: {}, movers: 0 };
  return { ...place, as, metric, ...(northStar ? { northStar } : {}) };
}

function outcomesOf(metrics: RowOf<"metric">[]): OutcomesNode | undefined {
  const active = metrics.filter((one) => one.state === "active").sort(byOrder);
  return active.length === 0
    ? undefined
    : { as: "outcomes", id: "outcomes", metrics: active, below: [], tally: {} };
}

function byOrder(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
