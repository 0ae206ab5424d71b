import { describe, expect, test } from "vitest";
import { squadTimes } from "../../../shared/channels/squad-times.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import { wallClock } from "../../../shared/time/wall-clock.ts";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "UTC",
  "Asia/Kolkata",
];

describe("a squad's times", () => {
  test("in a week are five of focus, one of misses and one of the digest", () => {
    const place = { zone: "Europe/Berlin", rhythm: defaultRhythm };
    const week = squadTimes(place, "2026-03-08T23:00:00.000Z", "2026-03-15T23:00:00.000Z");
    expect(week.map((one) => [one.says, one.occurrenceOn, one.plannedFor])).toEqual([
      ["focus", "2026-03-09", "2026-03-09T08:30:00.000Z"],
      ["focus", "2026-03-10", "2026-03-10T08:30:00.000Z"],
      ["misses", "2026-03-09", "2026-03-11T08:00:00.000Z"],
      ["focus", "2026-03-11", "2026-03-11T08:30:00.000Z"],
      ["digest", "2026-03-09", "2026-03-12T08:00:00.000Z"],
      ["focus", "2026-03-12", "2026-03-12T08:30:00.000Z"],
      ["focus", "2026-03-13", "2026-03-13T08:30:00.000Z"],
    ]);
  });

  test.each(zones)("in %s come by its wall clock through a year, each once", (zone) => {
    const place = { zone, rhythm: defaultRhythm };
    const year = squadTimes(place, "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z");
    const keys = year.map((one) => `${one.says} ${one.occurrenceOn}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { says, occurrenceOn, plannedFor, expiresAt } of year) {
      const { on, time } = wallClock(plannedFor, zone);
      expect(time).toBe(says === "focus" ? "09:30" : "09:00");
      expect(defaultRhythm.workdays).toContain(weekdayOf(on));
      expect(on).toBe(addDays(occurrenceOn, { focus: 0, misses: 2, digest: 3 }[says]));
      expect(expiresAt > plannedFor).toBe(true);
    }
    // However it is cut into spans, the same comes of it.
    const cut = ["2026-01-01", "2026-03-29", "2026-04-05", "2026-10-25", "2027-01-01"].map(
      (on) => `${on}T00:00:00.000Z`,
    );
    const parts = cut.slice(1).flatMap((to, i) => squadTimes(place, cut[i]!, to));
    expect(parts).toEqual(year);
  });

  test("keep to the days that are worked", () => {
    const rhythm = { ...defaultRhythm, workdays: [7, 1, 3], dueDay: 3 };
    const found = squadTimes({ zone: "UTC", rhythm }, "2026-03-04T00:00:00.000Z", "2026-03-14T00:00:00.000Z");
    // Due on Wednesday: Sunday is the next working day, Monday the second, Wednesday the one after that.
    expect(
      found.filter((one) => one.says !== "focus").map((one) => [one.says, one.plannedFor.slice(0, 10)]),
    ).toEqual([
      ["digest", "2026-03-04"],
      ["misses", "2026-03-09"],
      ["digest", "2026-03-11"],
    ]);
  });
});
