import type { RowOf } from "../sync/mutation.ts";

/**
 * A metric's own readings, oldest first, one a day: those of a segment are left out, and of several sources on a day
 * the one stored last counts. A reading not yet on the server (revision 0) is the last of all.
 */
export function seriesOf(readings: readonly RowOf<"reading">[]): RowOf<"reading">[] {
  const byDay = new Map<string, RowOf<"reading">>();
  for (const reading of readings) {
    if (reading.segment !== undefined) continue;
    const known = byDay.get(reading.on);
    if (known === undefined || storedAfter(reading, known)) byDay.set(reading.on, reading);
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function storedAfter(a: RowOf<"reading">, b: RowOf<"reading">): boolean {
  const rank = ({ revision }: RowOf<"reading">) => (revision === 0 ? Number.POSITIVE_INFINITY : revision);
  return rank(a) === rank(b) ? a.id > b.id : rank(a) > rank(b);
}
