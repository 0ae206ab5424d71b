import { standing } from "../okrs/line.ts";
import type { RowOf } from "../sync/mutation.ts";

/**
 * The North Star a day was under ("2026-06-28"): the last one signed by then, even if another has taken its place since.
 * Before any was, the one that stands now.
 */
export function starThen(
  northStars: readonly RowOf<"north-star">[],
  on: string,
): RowOf<"north-star"> | undefined {
  const signed = northStars
    .map((row) => ({ row, on: lastSigned(row) }))
    .filter((one): one is { row: RowOf<"north-star">; on: string } => one.on !== undefined && one.on <= on)
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return signed[0]?.row ?? standing(northStars)[0];
}

function lastSigned({ signatures }: RowOf<"north-star">): string | undefined {
  return signatures
    .map((one) => one.at.slice(0, 10))
    .sort()
    .at(-1);
}
