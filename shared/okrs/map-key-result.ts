import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { evidence } from "./evidence.ts";
import type { MapRows } from "./map.ts";
import { type KeyResultNode, keyResultKey } from "./map-node.ts";

/** A key result as it stood at a moment, or on a day where its owner is. */
export function keyResultNode(
  row: RowOf<"key-result">,
  checkIns: readonly RowOf<"check-in">[],
  { cycle, workspace }: Pick<MapRows, "cycle" | "workspace">,
  about: { owner: RowOf<"member"> | undefined; squadId: string | undefined; when: number | string },
): KeyResultNode {
  const { owner, squadId, when } = about;
  const known = {
    as: "key-result" as const,
    ...{ id: keyResultKey(row.id), row, below: [], tally: {} },
    ...(owner ? { owner } : {}),
    ...(squadId === undefined ? {} : { squadId }),
  };
  if (row.state === "draft" || cycle === undefined) return { ...known, status: "draft", expected: 0 };
  const zone = owner?.zone ?? workspace.zone;
  const at = typeof when === "number" ? when : within(when, zone);
  const { status, progress, expected, last } = evidence(row, {
    ...{ cycle, rhythm: workspace.rhythm, zone, checkIns, at },
  });
  return {
    ...known,
    ...{ status, expected },
    ...(progress === undefined ? {} : { progress }),
    ...(last === undefined ? {} : { last }),
  };
}

/** Check-ins by the key result they are about, in the order they came. */
export function byKeyResult(checkIns: readonly RowOf<"check-in">[]): Map<string, RowOf<"check-in">[]> {
  const found = new Map<string, RowOf<"check-in">[]>();
  for (const one of checkIns) {
    const known = found.get(one.keyResultId);
    if (known) known.push(one);
    else found.set(one.keyResultId, [one]);
  }
  return found;
}

/** A moment that lies on this day in this zone. */
function within(on: string, zone: string): number {
  const noon = Date.parse(`${on}T12:00:00Z`);
  // East of +12 it is tomorrow already at noon in UTC.
  return localDate(noon, zone) === on ? noon : noon - 12 * 3_600_000;
}
