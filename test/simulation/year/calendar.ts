/** The checker's own calendar: `Intl` and nothing else, so that it shares no mistake with what it checks. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface Local {
  on: string;
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const clocks = new Map<string, Local>();
const mostRemembered = 200_000;

/** What a clock on the wall of a zone shows, to the minute. */
export function local(at: number, zone: string): Local {
  const key = `${Math.floor(at / minute)} ${zone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      ...{ timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
  formats.set(zone, format);
  const [on = "", time = ""] = format.format(at).split(" ");
  if (clocks.size >= mostRemembered) clocks.clear();
  const shown = { on, time };
  clocks.set(key, shown);
  return shown;
}

export function dayIn(at: number, zone: string): string {
  return local(at, zone).on;
}

/** The first instant at which the clocks of a zone show this; of a time that is skipped, as much later as was skipped. */
export function instantOf(on: string, time: string, zone: string): number {
  const key = `${on}T${time} ${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const found = search(on, time, zone);
  instants.set(key, found);
  return found;
}
const instants = new Map<string, number>();

function search(on: string, time: string, zone: string): number {
  const written = Date.parse(`${on}T${time}:00Z`);
  const offset = offsetAt(written - 2 * day, zone);
  // No zone changes by more than two hours at once, and every offset is a multiple of a quarter of an hour.
  for (let at = written - offset - 2 * hour; at <= written - offset + 2 * hour; at += minute * 15) {
    const shown = local(at, zone);
    if (shown.on === on && shown.time === time) return at;
  }
  return written - offset;
}

function offsetAt(at: number, zone: string): number {
  const { on, time } = local(at, zone);
  return Date.parse(`${on}T${time}:00Z`) - Math.floor(at / minute) * minute;
}

export function plusDays(on: string, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekday(on: string): number {
  return new Date(on).getUTCDay() || 7;
}

export function workdayAfter(on: string, workdays: readonly number[]): string {
  let next = plusDays(on, 1);
  while (!workdays.includes(weekday(next))) next = plusDays(next, 1);
  return next;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
