import { expect, test } from "vitest";
import { localInstant } from "../../../shared/time/local-instant.ts";
import { instantAt } from "../../../shared/time/wall-clock.ts";

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
