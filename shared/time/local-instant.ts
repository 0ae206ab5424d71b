import { addDays, isZone } from "./local-date.ts";

/**
 * The instant (ISO) at which clocks of an IANA zone show a local day and time, without a zone library, for phones. A
 * time that does not exist becomes the shifted one, as on a clock that was put forward; of one that exists twice, the
 * first.
 */
export function localInstant(on: string, time: string, zone: string): string {
  const wanted = Date.parse(`${on}T${time}:00Z`);
  const clock = clockOf(zone);
  // The offsets of a day before and after hold every offset that can be in force at that moment.
  const offsets = [wanted - day, wanted + day].map((at) => clock(at) - at);
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => clock(at) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - offsets[0]!).toISOString();
}

/**
 * The moment, in milliseconds, a local day is over: what happens from then on is of a later one, as `localDate` says. For
 * whoever asks of thousands of instants whether they were until a day.
 */
export function endOfDay(on: string, zone: string): number {
  return Date.parse(localInstant(addDays(on, 1), "00:00", isZone(zone) ? zone : "UTC"));
}

const day = 86_400_000;

/** What a zone's clocks show at an instant, to the second, as if it were UTC; both in milliseconds. */
function clockOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const [year, month, date] = [part("year"), part("month") - 1, part("day")];
    return Date.UTC(year, month, date, part("hour"), part("minute"), part("second"));
  };
}
