import { grouped } from "../sync/grouped.ts";
import type { RowOf } from "../sync/mutation.ts";

/** A check-in as it stands now, with everything that was said before. */
export interface Standing {
  /** The first row: its id, moment and occurrence are the check-in's. */
  original: RowOf<"check-in">;
  /** The last amendment, or the original. */
  latest: RowOf<"check-in">;
  /** Every row, oldest first, the original included. */
  versions: RowOf<"check-in">[];
}

/** Check-ins that count, oldest first: amendments folded into what they amend, retracted ones left out. */
export function standing(checkIns: readonly RowOf<"check-in">[]): Standing[] {
  return folded(checkIns).filter((one) => one.latest.retracted !== true);
}

/** The same with the retracted ones, for a history that hides nothing. */
export function folded(checkIns: readonly RowOf<"check-in">[]): Standing[] {
  return [...grouped(checkIns, (one) => one.amends ?? one.id).values()]
    .map((versions) => versions.sort(byMoment))
    .map((versions) => ({
      original: versions.find((one) => one.amends === undefined) ?? versions[0]!,
      latest: versions.at(-1)!,
      versions,
    }))
    .sort((a, b) => byMoment(a.original, b.original));
}

/** An original stands before its amendments even when a wrong clock says otherwise. */
function byMoment(a: RowOf<"check-in">, b: RowOf<"check-in">): number {
  const rank = Number(a.amends !== undefined) - Number(b.amends !== undefined);
  return rank || compare(a.at, b.at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
