import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  isZone,
  localDate,
  nextWorkday,
  weekdayOf,
} from "../../../shared/time/local-date.ts";
import { chanceOf } from "../../support/chance.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

describe("the local day", () => {
  test("of one moment is three days around the world at most two apart", () => {
    const at = "2026-11-23T10:30:00.000Z";
    expect(localDate(at, "Pacific/Pago_Pago")).toBe("2026-11-22");
    expect(localDate(at, "Europe/Berlin")).toBe("2026-11-23");
    expect(localDate(at, "Pacific/Kiritimati")).toBe("2026-11-24");
    expect(localDate(Date.parse(at), "Europe/Berlin")).toBe("2026-11-23");
  });

  test("changes at midnight there, on the days the clocks change as well", () => {
    expect(localDate("2026-03-29T21:59:59.999Z", "Europe/Berlin")).toBe("2026-03-29");
    expect(localDate("2026-03-29T22:00:00.000Z", "Europe/Berlin")).toBe("2026-03-30");
    expect(localDate("2026-10-25T22:59:59.999Z", "Europe/Berlin")).toBe("2026-10-25");
    expect(localDate("2026-10-25T23:00:00.000Z", "Europe/Berlin")).toBe("2026-10-26");
    expect(localDate("2026-09-06T03:59:59.999Z", "America/Santiago")).toBe("2026-09-05");
    expect(localDate("2026-09-06T04:00:00.000Z", "America/Santiago")).toBe("2026-09-06");
  });

  test.each(zones)("in %s follows hour by hour without a leap or a step back, for three years", (zone) => {
    let before = localDate("2024-12-31T00:00:00.000Z", zone);
    for (let at = Date.parse("2024-12-31T00:00:00.000Z"); at < Date.parse("2028-01-02"); at += 3_600_000) {
      const on = localDate(at, zone);
      if (on !== before && on !== addDays(before, 1)) throw new Error(`${before} then ${on}`);
      before = on;
    }
    expect(before).toMatch(/^2028-01-0[12]$/);
  });

  test("of a zone this runtime has never heard of is the day in UTC", () => {
    expect(localDate("2026-11-23T23:30:00.000Z", "Mars/Olympus_Mons")).toBe("2026-11-23");
  });
});

test("a zone is a name that Intl knows; an offset or nonsense is none", () => {
  expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  for (const name of ["", "Mars/Olympus_Mons", "+02:00", "../etc/passwd", "Europe/Berlin\n", "constructor"])
    expect(isZone(name)).toBe(false);
});

describe("days on the calendar", () => {
  test("are counted over months, leap days and the nights when clocks change", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
    expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
  });

  test("go round trip for every day of a leap cycle", () => {
    for (let index = 0; index < 1461; index += 1) {
      const on = addDays("2024-01-01", index);
      if (daysBetween("2024-01-01", on) !== index || addDays(on, -index) !== "2024-01-01")
        throw new Error(on);
    }
  });

  test("are what the platform's own calendar says, however many were asked for before", () => {
    const chance = chanceOf(7);
    for (let index = 0; index < 12_000; index += 1) {
      const at = Date.UTC(1900 + chance.below(300), chance.below(12), 1 + chance.below(31));
      const [on, step] = [new Date(at).toISOString().slice(0, 10), chance.below(2000) - 1000];
      const later = new Date(at + step * 86_400_000).toISOString().slice(0, 10);
      const isSame = addDays(on, step) === later && daysBetween(on, later) === step;
      if (!isSame || weekdayOf(on) !== (new Date(at).getUTCDay() || 7))
        throw new Error(`${on} and ${step} days`);
    }
    expect(() => addDays("no day", 1)).toThrow(RangeError);
  });

  test("months later is the same day, or the last where there is none", () => {
    expect(addMonths("2026-09-28", 12)).toBe("2027-09-28");
    expect(addMonths("2026-11-23", 18)).toBe("2028-05-23");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2026-08-31", 18)).toBe("2028-02-29");
    expect(addMonths("2026-12-31", 1)).toBe("2027-01-31");
  });

  test("weekdays run from Monday 1 to Sunday 7", () => {
    const week = ["23", "24", "25", "26", "27", "28", "29"].map((day) => weekdayOf(`2026-11-${day}`));
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("the next working day skips the days off; with none at all it is tomorrow", () => {
    expect(nextWorkday("2026-11-27", [1, 2, 3, 4, 5])).toBe("2026-11-30");
    expect(nextWorkday("2026-11-23", [1])).toBe("2026-11-30");
    expect(nextWorkday("2026-11-23", [])).toBe("2026-11-24");
  });
});
