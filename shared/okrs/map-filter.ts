import type { AlignmentMap } from "./map.ts";
import type { MapNode, MapStatus } from "./map-node.ts";

export interface MapFilter {
  /** A squad's id; "" is the company itself. */
  squadId?: string | undefined;
  status?: MapStatus | undefined;
  /** Words to be found, all of them, in titles and names. */
  text?: string | undefined;
}

/**
 * The ids that stay in sight: what is asked for and everything above it, and below what a text names. Undefined where
 * nothing is asked.
 */
export function filterMap(map: AlignmentMap, filter: MapFilter): ReadonlySet<string> | undefined {
  const words = (filter.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const { squadId, status } = filter;
  if (words.length === 0 && squadId === undefined && status === undefined) return undefined;
  const shown = new Set<string>();
  const visit = (node: MapNode, named: boolean): boolean => {
    const says = named || words.every((word) => textOf(node).includes(word));
    const below = node.below.map((one) => visit(one, says && words.length > 0));
    const stays = below.includes(true) || (says && fits(node, filter));
    if (stays) shown.add(node.id);
    return stays;
  };
  for (const node of [...map.roots, ...map.apart]) visit(node, false);
  return shown;
}

function fits(node: MapNode, { squadId, status }: MapFilter): boolean {
  if (node.as === "key-result")
    return (
      (squadId === undefined || (node.squadId ?? "") === squadId) &&
      (status === undefined || node.status === status)
    );
  if (node.as === "objective")
    return status === undefined && (squadId === undefined || (node.row.squadId ?? "") === squadId);
  return status === undefined && squadId === undefined;
}

/** What a search looks into. */
function textOf(node: MapNode): string {
  const said =
    node.as === "key-result"
      ? [node.row.title, node.owner?.name ?? ""]
      : node.as === "objective"
        ? [node.row.title, node.squad?.name ?? ""]
        : node.as === "outcomes"
          ? node.metrics.map((one) => one.name)
          : [node.metric.name];
  return said.join(" ").toLowerCase();
}

/** A place with all above it and all below it: its line. */
export function lineThrough(map: AlignmentMap, id: string): ReadonlySet<string> {
  const line = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !line.has(next); next = map.above.get(next))
    line.add(next);
  const down = (node: MapNode | undefined) => {
    for (const one of node?.below ?? []) {
      line.add(one.id);
      down(one);
    }
  };
  down(map.nodes.get(id));
  return line;
}
