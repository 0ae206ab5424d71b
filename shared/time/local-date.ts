/** Days are ISO dates, "2026-11-23", local to a person or a workspace; all arithmetic on them is calendar arithmetic. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant in an IANA zone. An unknown zone throws RangeError. */
export function localDate(at: string | number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(zone, format);
  }
  return format.format(typeof at === "number" ? at : Date.parse(at));
}

/** The day `days` later (or earlier, when negative). */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(on: string): number {
  return new Date(Date.parse(on)).getUTCDay() || 7;
}

/** The first working day after `on`. */
export function nextWorkday(on: string, workdays: readonly number[]): string {
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const day = addDays(on, ahead);
    if (workdays.includes(weekdayOf(day))) return day;
  }
  return addDays(on, 1);
}
