import { describe, expect, it } from "vitest";
import { type Cadence, nextOccurrence, occurrences } from "../../../shared/time/cadence.ts";
import { faultsOf } from "./every-occurrence.ts";
import { allZones, oddZones } from "./zones.ts";

const mondays: Cadence = { every: "week", weekday: 1, time: "09:00" };
const nightly: Cadence = { every: "day", time: "02:30" };

describe("every intended occurrence comes exactly once over five years", () => {
  for (const zone of oddZones)
    it(`in ${zone}, weekly and daily, in and out of the hours that clocks change`, () => {
      expect(faultsOf(mondays, zone, "2024-01-01", "2028-12-31")).toEqual([]);
      expect(faultsOf({ ...mondays, weekday: 7, time: "02:15" }, zone, "2024-01-01", "2028-12-31")).toEqual(
        [],
      );
      expect(faultsOf(nightly, zone, "2024-01-01", "2028-12-31")).toEqual([]);
      expect(faultsOf({ ...nightly, time: "00:00" }, zone, "2025-01-01", "2025-12-31")).toEqual([]);
    });

  it("covers about six hundred zones, of which the bench walks all", () => {
    expect(allZones.length).toBeGreaterThan(400);
    for (const zone of oddZones) expect(allZones).toContain(zone);
  });
});

describe("when clocks change", () => {
  it("fires a time that does not exist at the shifted instant", () => {
    const after = "2026-03-28T12:00:00Z";
    expect(nextOccurrence(nightly, "Europe/Paris", after)).toEqual({
      dueOn: "2026-03-29",
      dueAt: "2026-03-29T01:30:00.000Z",
    });
  });

  it("fires a time that exists twice at the first of the two", () => {
    const after = "2026-10-24T12:00:00Z";
    const due = nextOccurrence(nightly, "Europe/Paris", after);
    expect(due).toEqual({ dueOn: "2026-10-25", dueAt: "2026-10-25T00:30:00.000Z" });
    expect(nextOccurrence(nightly, "Europe/Paris", due.dueAt).dueOn).toBe("2026-10-26");
  });

  it("shifts by half an hour where the zone does", () => {
    const due = nextOccurrence(
      { every: "day", time: "02:10" },
      "Australia/Lord_Howe",
      "2026-10-03T12:00:00Z",
    );
    expect(due).toEqual({ dueOn: "2026-10-04", dueAt: "2026-10-03T15:40:00.000Z" });
  });

  it("knows that Samoa had no 30 December 2011: no daily occurrence, and the weekly one a day later", () => {
    const [from, to] = ["2011-12-28T00:00:00Z", "2012-01-01T12:00:00Z"];
    const daily = occurrences({ every: "day", time: "09:00" }, "Pacific/Apia", from, to);
    expect(daily.map((one) => one.dueOn)).toEqual(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]);
    const fridays = occurrences({ every: "week", weekday: 5, time: "09:00" }, "Pacific/Apia", from, to);
    expect(fridays).toEqual([{ dueOn: "2011-12-30", dueAt: "2011-12-30T19:00:00.000Z" }]);
  });
});

describe("a cadence", () => {
  it("is due strictly after the moment asked about", () => {
    const due = nextOccurrence(mondays, "UTC", "2026-11-23T08:59:59.999Z");
    expect(due).toEqual({ dueOn: "2026-11-23", dueAt: "2026-11-23T09:00:00.000Z" });
    expect(nextOccurrence(mondays, "UTC", due.dueAt).dueOn).toBe("2026-11-30");
  });

  it("keeps local nine o'clock whatever the zone of the server", () => {
    const before = process.env.TZ;
    try {
      for (const server of ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"]) {
        process.env.TZ = server;
        expect(nextOccurrence(mondays, "Asia/Tokyo", "2026-11-18T00:00:00Z").dueAt).toBe(
          "2026-11-23T00:00:00.000Z",
        );
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it("includes the first moment of a span and leaves out the last", () => {
    const week = occurrences(mondays, "UTC", "2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z");
    expect(week.map((one) => one.dueOn)).toEqual(["2026-11-23"]);
  });

  it("keeps a daily one to its working days", () => {
    const workdays: Cadence = { every: "day", time: "09:30", workdays: [1, 2, 3, 4, 5] };
    const found = occurrences(workdays, "UTC", "2026-11-20T00:00:00Z", "2026-11-25T00:00:00Z");
    expect(found.map((one) => one.dueOn)).toEqual(["2026-11-20", "2026-11-23", "2026-11-24"]);
  });

  it("falls on the last day of a month that is too short", () => {
    const monthly: Cadence = { every: "month", day: 31, time: "10:00" };
    const found = occurrences(monthly, "UTC", "2027-01-01T00:00:00Z", "2027-05-01T00:00:00Z");
    expect(found.map((one) => one.dueOn)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  });

  it("without any working day is refused, not searched for ever", () => {
    const never: Cadence = { every: "day", time: "09:00", workdays: [] };
    expect(() => nextOccurrence(never, "UTC", "2026-11-20T00:00:00Z")).toThrow(RangeError);
  });

  it("refuses a zone nobody knows", () => {
    expect(() => nextOccurrence(mondays, "Mars/Olympus", "2026-11-20T00:00:00Z")).toThrow(RangeError);
  });
});
