import type { MapNode } from "../../../shared/okrs/map-node.ts";

/** A place of the drawing; `ghost` stands where a key result is missing. */
export interface Box {
  id: string;
  node: MapNode;
  ghost: boolean;
  /** What it hangs from. */
  over: string | undefined;
  x: number;
  y: number;
  width: number;
}

/** In pixels of 100 %. */
export const size = { metric: 188, objective: 208, "key-result": 216, height: 80, indent: 20 } as const;
export const gap = { column: 30, row: 10, block: 18, part: 36, title: 34, edge: 4 } as const;

interface Ground {
  top: number;
  abreast: number;
  /** How many columns metrics take. */
  depth: number;
}

/** Boxes for these places and all that is seen below them, from `top` down. */
export function place(
  nodes: readonly MapNode[],
  seen: (nodes: readonly MapNode[]) => MapNode[],
  ground: Ground,
): Box[] {
  const boxes: Box[] = [];
  let next = ground.top;
  for (const node of nodes) next = put(node, 0, undefined, next) + gap.block;
  return boxes;

  /** Places a node with its branch and answers where the branch ends. */
  function put(node: MapNode, level: number, over: string | undefined, top: number): number {
    const box: Box = {
      ...{ id: node.id, node, ghost: false, over },
      ...{ x: left(node, level), y: top, width: widthOf(node) - indentOf(node, over) },
    };
    box.x += indentOf(node, over);
    boxes.push(box);
    return node.as === "objective" ? underObjective(node, box) : underMetric(node, box, level);
  }

  /** Its own key results stand at its right, the squads' objectives that carry it below. */
  function underObjective(node: MapNode, box: Box): number {
    const below = seen(node.below);
    const own = below.filter((one) => one.as === "key-result");
    const end = abreast(own, box.id, box.y);
    box.y += Math.max(0, (end - box.y - size.height) / 2);
    let next = Math.max(end, box.y + size.height);
    for (const one of below) if (one.as !== "key-result") next = put(one, 0, box.id, next + gap.row);
    return next;
  }

  function underMetric(node: MapNode, box: Box, level: number): number {
    const below = seen(node.below);
    const direct = below.filter((one) => one.as === "key-result");
    const others = below.filter((one) => one.as !== "key-result");
    let next = box.y;
    for (const [index, one] of others.entries())
      next = put(one, level + 1, box.id, index === 0 ? next : next + gap.row);
    if (direct.length > 0) next = abreast(direct, box.id, others.length === 0 ? next : next + gap.row);
    if (node.as === "metric" && below.length === 0 && node.movers === 0) {
      const at = { x: left(node, level) + size.metric + gap.column, y: box.y, width: size.objective };
      boxes.push({ id: `${node.id}/nobody`, node, ghost: true, over: node.id, ...at });
    }
    const hanging = boxes.filter((one) => one.over === node.id && !one.ghost).map((one) => one.y);
    if (hanging.length > 0) box.y = (Math.min(...hanging) + Math.max(...hanging)) / 2;
    return Math.max(next, box.y + size.height);
  }

  function abreast(nodes: readonly MapNode[], over: string, top: number): number {
    for (const [index, node] of nodes.entries()) {
      const column = index % ground.abreast;
      const row = Math.floor(index / ground.abreast);
      boxes.push({
        ...{ id: node.id, node, ghost: false, over: column === 0 ? over : nodes[index - 1]!.id },
        x: left(node, 0) + column * (size["key-result"] + gap.row),
        y: top + row * (size.height + gap.row),
        width: size["key-result"],
      });
    }
    const rows = Math.ceil(nodes.length / ground.abreast);
    return rows === 0 ? top : top + rows * (size.height + gap.row) - gap.row;
  }

  function left(node: MapNode, level: number): number {
    const metrics = ground.depth * (size.metric + gap.column);
    if (node.as === "objective") return metrics;
    if (node.as === "key-result") return metrics + size.objective + gap.column;
    return level * (size.metric + gap.column);
  }
}

export function bottomOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map((one) => one.y + size.height));
}

function widthOf(node: MapNode): number {
  return node.as === "objective" || node.as === "key-result" ? size[node.as] : size.metric;
}

/** A squad's objective steps in below the company's, in the same column. */
function indentOf(node: MapNode, over: string | undefined): number {
  return node.as === "objective" && over?.startsWith("objective/") ? size.indent : 0;
}
