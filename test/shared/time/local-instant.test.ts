import { expect, test } from "vitest";
import { addDays, localDate } from "../../../shared/time/local-date.ts";
import { endOfDay, localInstant } from "../../../shared/time/local-instant.ts";
import { instantAt } from "../../../shared/time/wall-clock.ts";
import { oddZones } from "./zones.ts";

const zones = [
  ...["UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Asia/Tokyo"],
  ...["Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Apia", "Africa/Casablanca", "America/Santiago"],
];

test.each(zones)("a local time in %s is the instant the zone library says, through a whole year", (zone) => {
  for (let n = 0; n < 366; n += 1) {
    const on = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    for (const time of ["00:00", "02:30"])
      expect([on, time, localInstant(on, time, zone)]).toEqual([
        on,
        time,
        new Date(instantAt(on, time, zone)).toISOString(),
      ]);
  }
});

test.each(oddZones)("a day in %s is over at the first moment that is of a later one", (zone) => {
  for (let on = "2010-12-30"; on < "2012-01-05"; on = addDays(on, 1)) {
    const end = endOfDay(on, zone);
    // Samoa had no 30 December 2011: its 29th and the day it left out end together.
    const isLeftOut = localDate(end - 1, zone) < on;
    expect([on, isLeftOut || localDate(end - 1, zone) === on, localDate(end, zone) > on]).toEqual([
      on,
      true,
      true,
    ]);
  }
});

test("a day of a zone this runtime has never heard of ends with the day in UTC", () => {
  expect(endOfDay("2026-11-23", "Mars/Olympus_Mons")).toBe(Date.parse("2026-11-24T00:00:00Z"));
});
