import { checkInSource } from "../../../shared/check-ins/measured.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

/** Where a reading came from, who recorded it and what they noted. */
export function whence(reading: RowOf<"reading">, members: readonly RowOf<"member">[]): string {
  const who = members.find((member) => member.id === reading.recordedBy)?.name;
  const source = isAmended(reading) ? "check-in" : reading.source;
  return [source, who, reading.note && `“${reading.note}”`].filter(Boolean).join(" · ");
}

/** Readings of a check-in change with it, not here. */
export function isAmended(reading: RowOf<"reading">): boolean {
  return reading.source === checkInSource;
}

export interface Month {
  /** "2026-11". */
  month: string;
  /** The latest first. */
  readings: RowOf<"reading">[];
}

/** The readings of the whole ("") or of a segment by month, the latest first. */
export function monthsOf(readings: readonly RowOf<"reading">[], segment: string): Month[] {
  const own = readings
    .filter((one) => (one.segment ?? "") === segment)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1));
  const months: Month[] = [];
  for (const reading of own) {
    const month = reading.on.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.readings.push(reading);
    else months.push({ month, readings: [reading] });
  }
  return months;
}

/** So many months, from the latest, that at least `enough` readings stand open; one at least. */
export function openAtFirst(months: readonly Month[], enough: number): string[] {
  const open: string[] = [];
  let seen = 0;
  for (const { month, readings } of months) {
    if (seen >= enough) break;
    open.push(month);
    seen += readings.length;
  }
  return open;
}
