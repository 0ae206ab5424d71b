import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapLink, MapNode } from "../../../shared/okrs/map-node.ts";
import { type Box, bottomOf, gap, place, size } from "./place-nodes.ts";

/** A line between two boxes, as an SVG path. `beside`: not of the tree. */
export interface Curve {
  from: string;
  to: string;
  path: string;
  beside: MapLink["as"] | undefined;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  curves: Curve[];
  /** Where the part that reaches nothing begins; undefined where everything reaches a star. */
  apartFrom: number | undefined;
}

/**
 * The map as boxes in columns, left to right as it is read: outcomes, North Stars, inputs, objectives (a company's above
 * the squads'), key results. Pixels of 100 %. `abreast` key results stand side by side, for paper.
 */
export function layout(map: AlignmentMap, shown: ReadonlySet<string> | undefined, abreast = 1): Drawing {
  const seen = (nodes: readonly MapNode[]) => nodes.filter((one) => shown?.has(one.id) ?? true);
  const boxes = place(seen(map.roots), seen, { top: 0, abreast, depth: depthOf(map.roots) });
  const treeBottom = bottomOf(boxes);
  const apart = seen(map.apart);
  const apartFrom = apart.length === 0 ? undefined : treeBottom + (boxes.length === 0 ? 0 : gap.part);
  if (apartFrom !== undefined)
    boxes.push(...place(apart, seen, { top: apartFrom + gap.title, abreast, depth: depthOf(map.roots) }));
  const byId = new Map(boxes.map((one) => [one.id, one]));
  const curves: Curve[] = [];
  for (const box of boxes) {
    const over = box.over === undefined ? undefined : byId.get(box.over);
    if (over) curves.push({ from: over.id, to: box.id, path: branch(over, box), beside: undefined });
  }
  for (const { from, to, as } of map.links) {
    const [one, other] = [byId.get(from), byId.get(to)];
    if (one && other) curves.push({ from, to, path: tie(one, other), beside: as });
  }
  const width = Math.max(0, ...boxes.map((one) => one.x + one.width));
  return { width: width + gap.edge, height: bottomOf(boxes) + gap.edge, boxes, curves, apartFrom };
}

/** How many key results abreast fill a page of these proportions best. */
export function layoutForPaper(
  map: AlignmentMap,
  shown: ReadonlySet<string> | undefined,
  page: { width: number; height: number },
): Drawing {
  const all = [1, 2, 3, 4, 5, 6].map((abreast) => layout(map, shown, abreast));
  const scale = ({ width, height }: Drawing) => Math.min(page.width / width, page.height / height);
  return all.reduce((best, one) => (scale(one) > scale(best) + 1e-9 ? one : best));
}

function depthOf(nodes: readonly MapNode[]): number {
  const deeper = nodes.filter((one) => one.as !== "objective" && one.as !== "key-result");
  return deeper.length === 0 ? 0 : 1 + Math.max(...deeper.map((one) => depthOf(one.below)));
}

const middle = (box: Box) => box.y + size.height / 2;

function branch(over: Box, box: Box): string {
  if (box.x < over.x + over.width) {
    const x = over.x + size.indent / 2;
    return `M${x} ${over.y + size.height}V${middle(box) - 8}q0 8 8 8H${box.x}`;
  }
  const from = over.x + over.width;
  const half = Math.min(gap.column, box.x - from) / 2;
  return `M${from} ${middle(over)}C${from + half} ${middle(over)} ${box.x - half} ${middle(box)} ${box.x} ${middle(box)}`;
}

/** Beside the tree: from the left edge of what is tied to the nearer edge of what it is tied to. */
function tie(box: Box, other: Box): string {
  if (other.x + other.width < box.x) return branch(other, box);
  const x = Math.min(box.x, other.x);
  const out = x - gap.column * 0.6;
  return `M${box.x} ${middle(box)}C${out} ${middle(box)} ${out} ${middle(other)} ${other.x} ${middle(other)}`;
}
