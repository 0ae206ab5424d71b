import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapLink } from "../../../shared/okrs/map-node.ts";

interface Ends {
  from: Map<string, MapLink[]>;
  to: Map<string, MapLink[]>;
}

const known = new WeakMap<AlignmentMap, Ends>();
const none: MapLink[] = [];

export function linksFrom(map: AlignmentMap, id: string): readonly MapLink[] {
  return endsOf(map).from.get(id) ?? none;
}

export function linksTo(map: AlignmentMap, id: string): readonly MapLink[] {
  return endsOf(map).to.get(id) ?? none;
}

function endsOf(map: AlignmentMap): Ends {
  const found = known.get(map);
  if (found) return found;
  const ends: Ends = { from: new Map(), to: new Map() };
  for (const link of map.links) {
    ends.from.set(link.from, [...(ends.from.get(link.from) ?? []), link]);
    ends.to.set(link.to, [...(ends.to.get(link.to) ?? []), link]);
  }
  known.set(map, ends);
  return ends;
}
