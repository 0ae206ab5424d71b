import type { RowOf } from "../sync/mutation.ts";
import { lineToStar, type Sky } from "./line.ts";
import { byKeyResult, keyResultNode } from "./map-key-result.ts";
import { metricTree } from "./map-metrics.ts";
import {
  type KeyResultNode,
  type MapLink,
  type MapNode,
  type MetricNode,
  type ObjectiveNode,
  objectiveKey,
  tallied,
  walk,
} from "./map-node.ts";
import { homes, linksOf, parentIn, type Reaching } from "./map-objectives.ts";

/** Everything the map is drawn from: rows of one cycle, as they stand or as they stood. */
export interface MapRows extends Sky {
  workspace: RowOf<"workspace">;
  cycle: RowOf<"cycle"> | undefined;
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
  checkIns: readonly RowOf<"check-in">[];
}

export interface AlignmentMap {
  /** From the outcomes down to key results; every objective and key result stands once. */
  roots: MapNode[];
  /** What reaches no North Star, exemptions among it. */
  apart: MapNode[];
  links: MapLink[];
  nodes: ReadonlyMap<string, MapNode>;
  /** A node's parent in the tree, by id. */
  above: ReadonlyMap<string, string>;
}

/**
 * How every goal connects: outcomes, North Stars, input metrics, objectives, key results. `when` is a moment in
 * milliseconds, or a day as it ends where each owner is. Dropped objectives and key results are left out.
 */
export function alignmentMap(rows: MapRows, when: number | string): AlignmentMap {
  const { roots, placed, apart: loose } = metricTree(rows);
  const apart: MapNode[] = [...loose];
  const objectives = rows.objectives.filter((one) => one.state !== "dropped").sort(byOrder);
  const keyResults = reachingOf(rows, objectives, placed, when);
  const homeOf = homes(objectives, keyResults);
  const nodeOf = new Map(objectives.map((one) => [one.id, objectiveNode(one, rows)]));
  const links: MapLink[] = [];

  for (const { metricId } of keyResults) if (metricId !== undefined) placed.get(metricId)!.movers += 1;
  for (const one of objectives) {
    const home = homeOf.get(one.id);
    const parent = parentIn(one, objectives);
    const together = parent !== undefined && homeOf.get(parent.id) === home;
    const under = together ? nodeOf.get(parent.id) : home === undefined ? undefined : placed.get(home);
    (under?.below ?? apart).push(nodeOf.get(one.id)!);
    if (parent && !together)
      links.push({ from: objectiveKey(one.id), to: objectiveKey(parent.id), as: "parent" });
  }
  for (const one of keyResults) {
    const { node, metricId } = one;
    const objective = nodeOf.get(node.row.objectiveId);
    const home = homeOf.get(node.row.objectiveId);
    const lost = metricId === undefined && home !== undefined;
    const direct = metricId === undefined ? undefined : placed.get(metricId);
    ((lost ? undefined : (objective ?? direct))?.below ?? apart).push(node);
    links.push(...linksOf(one, objective === undefined ? metricId : home));
    if (lost && objective) links.push({ from: node.id, to: objective.id, as: "parent" });
  }
  for (const one of nodeOf.values())
    one.below.sort((a, b) => Number(a.as !== "key-result") - Number(b.as !== "key-result"));
  tallied([...roots, ...apart]);
  return indexed(roots, apart, links);
}

function indexed(roots: MapNode[], apart: MapNode[], links: MapLink[]): AlignmentMap {
  const nodes = new Map([...walk(roots), ...walk(apart)].map((one) => [one.id, one]));
  const above = new Map<string, string>();
  for (const one of nodes.values()) for (const below of one.below) above.set(below.id, one.id);
  return { roots, apart, links: links.filter((one) => nodes.has(one.to)), nodes, above };
}

function reachingOf(
  rows: MapRows,
  objectives: readonly RowOf<"objective">[],
  placed: ReadonlyMap<string, MetricNode>,
  when: number | string,
): Reaching[] {
  const members = new Map(rows.members.map((one) => [one.id, one]));
  const squadOf = new Map(objectives.map((one) => [one.id, one.squadId]));
  const checkIns = byKeyResult(rows.checkIns);
  const reach = new Map<string, boolean>();
  return rows.keyResults
    .filter((one) => one.state !== "dropped")
    .sort(byOrder)
    .map((row) => {
      const about = { owner: members.get(row.ownerId), squadId: squadOf.get(row.objectiveId), when };
      const node: KeyResultNode = keyResultNode(row, checkIns.get(row.id) ?? [], rows, about);
      const to = row.moves?.metricId;
      if (to !== undefined && !reach.has(to)) reach.set(to, lineToStar(row, rows).northStar !== undefined);
      return { node, metricId: to !== undefined && reach.get(to) && placed.has(to) ? to : undefined };
    });
}

function objectiveNode(row: RowOf<"objective">, { squads }: MapRows): ObjectiveNode {
  const squad = squads.find((one) => one.id === row.squadId);
  return {
    as: "objective",
    id: objectiveKey(row.id),
    row,
    ...(squad ? { squad } : {}),
    below: [],
    tally: {},
  };
}

function byOrder(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
