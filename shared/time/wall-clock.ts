import { Temporal } from "temporal-polyfill";
import { addDays } from "./local-date.ts";
import { remembered } from "./remembered.ts";

/** Plans ask for the same few minutes of the same few zones again and again, and each costs tens of microseconds. */
const most = 20_000;
const instants = new Map<string, string>();
const clocks = new Map<string, WallClock>();

/** What a clock on the wall of a zone shows. */
export interface WallClock {
  /** The local day. */
  on: string;
  /** The local time to the minute, "09:00". */
  time: string;
}

/**
 * The instant (ISO, UTC) at which a zone's wall clock shows `time` on the day `on`. A time that does not exist gives
 * the shifted instant (02:30 in a gap of an hour is 03:30), one that exists twice gives the first. An unknown zone
 * throws RangeError.
 */
export function instantAt(on: string, time: string, zone: string): string {
  return remembered(instants, most, `${on}T${time} ${zone}`, () => computeInstant(on, time, zone));
}

function computeInstant(on: string, time: string, zone: string): string {
  const zoned = Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone, {
    disambiguation: "compatible",
  });
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** What the wall clock of a zone shows at an instant. */
export function wallClock(at: string, zone: string): WallClock {
  return remembered(clocks, most, `${at} ${zone}`, () => readClock(at, zone));
}

function readClock(at: string, zone: string): WallClock {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return {
    on: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "trunc" }),
  };
}

/** The first instant of a local day; where midnight does not exist, the first that does. */
export function startOfDay(on: string, zone: string): string {
  return instantAt(on, "00:00", zone);
}

/** False for a day a zone jumped over, as Samoa did with 2011-12-30. */
export function dayExists(on: string, zone: string): boolean {
  return startOfDay(on, zone) < startOfDay(addDays(on, 1), zone);
}
