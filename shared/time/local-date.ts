import { remembered } from "./remembered.ts";

/** Days are ISO dates, "2026-11-23", local to a person or a workspace; all arithmetic on them is calendar arithmetic. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant in an IANA zone; in UTC when this runtime does not know the zone. */
export function localDate(at: string | number, zone: string): string {
  return formatOf(zone).format(typeof at === "number" ? at : Date.parse(at));
}

/** Whether this runtime knows a zone by that name. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    return Boolean(dayFormat(name));
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  // An old phone may not know a zone the server took: a day off by hours is better than no check-in.
  const format = dayFormat(isZone(zone) ? zone : "UTC");
  formats.set(zone, format);
  return format;
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

/** The day `days` later (or earlier, when negative). */
export function addDays(on: string, days: number): string {
  return dayOf(numberOf(on) + days);
}

/** The same day of the month `months` later; the last of the month where it has no such day. */
export function addMonths(on: string, months: number): string {
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString();
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return `${first.slice(0, 8)}${String(Math.min(day, last)).padStart(2, "0")}`;
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round(numberOf(to) - numberOf(from));
}

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(on: string): number {
  // Day 0 was a Thursday.
  return ((((Math.floor(numberOf(on)) + 3) % 7) + 7) % 7) + 1;
}

/** The first working day after `on`. */
export function nextWorkday(on: string, workdays: readonly number[]): string {
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const day = addDays(on, ahead);
    if (workdays.includes(weekdayOf(day))) return day;
  }
  return addDays(on, 1);
}

const dayLength = 86_400_000;
/** Some years; a review of hundreds of key results asks for the same few days hundreds of thousands of times. */
const mostDays = 5000;
const numbers = new Map<string, number>();
const names = new Map<number, string>();

/** Days since 1970-01-01. */
function numberOf(on: string): number {
  return remembered(numbers, mostDays, on, parseDay);
}

function parseDay(on: string): number {
  return Date.parse(on) / dayLength;
}

function dayOf(number: number): string {
  return remembered(names, mostDays, number, nameDay);
}

function nameDay(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}
