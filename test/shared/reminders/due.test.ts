import { describe, expect, it } from "vitest";
import { defaultPreferences, type Preferences } from "../../../shared/people/preferences.ts";
import { defaultRhythm, type Rhythm } from "../../../shared/people/workspace.ts";
import { nudgesBetween } from "../../../shared/reminders/due.ts";
import { nextAllowed, type Reach } from "../../../shared/reminders/quiet.ts";

const week = ["2026-11-22T12:00:00Z", "2026-11-29T12:00:00Z"] as const;
const nudge = (zone: string, preferences: Partial<Preferences> = {}, rhythm: Partial<Rhythm> = {}) =>
  nudgesBetween(
    { ...defaultRhythm, ...rhythm },
    { zone, preferences: { ...defaultPreferences, ...preferences } },
    ...week,
  );
const dueAt = (...args: Parameters<typeof nudge>) => nudge(...args).map((one) => one.dueAt);

describe("the weekly nudge", () => {
  it("comes on Monday at nine in each owner's own zone", () => {
    expect(dueAt("Europe/Berlin")).toEqual(["2026-11-23T08:00:00.000Z"]);
    expect(dueAt("America/Los_Angeles")).toEqual(["2026-11-23T17:00:00.000Z"]);
    expect(dueAt("Asia/Kolkata")).toEqual(["2026-11-23T03:30:00.000Z"]);
  });

  it("carries the occurrence's name and ends when the next one opens, on Friday", () => {
    expect(nudge("UTC")).toEqual([
      {
        occurrenceOn: "2026-11-23",
        intendedAt: "2026-11-23T09:00:00.000Z",
        dueAt: "2026-11-23T09:00:00.000Z",
        untilAt: "2026-11-27T00:00:00.000Z",
      },
    ]);
  });

  it("comes at the member's own time where they set one", () => {
    expect(dueAt("UTC", { checkInTime: "14:30" })).toEqual(["2026-11-23T14:30:00.000Z"]);
  });

  it("follows the workspace's due day", () => {
    expect(dueAt("UTC", {}, { dueDay: 4, dueTime: "16:00" })).toEqual(["2026-11-26T16:00:00.000Z"]);
  });

  it("waits for the end of quiet hours", () => {
    expect(dueAt("UTC", { checkInTime: "06:00" })).toEqual(["2026-11-23T08:00:00.000Z"]);
    expect(dueAt("UTC", { checkInTime: "21:00" })).toEqual(["2026-11-24T08:00:00.000Z"]);
  });

  it("moves off a day off, into the first minute that is allowed", () => {
    expect(dueAt("UTC", { daysOff: ["2026-11-23", "2026-11-24"] })).toEqual(["2026-11-25T08:00:00.000Z"]);
  });

  it("moves off days the member does not work, before the workspace's working days", () => {
    expect(dueAt("UTC", { workdays: [3, 4] })).toEqual(["2026-11-25T08:00:00.000Z"]);
    expect(dueAt("UTC", {}, { dueDay: 7, openDaysBefore: 1 })).toEqual(["2026-11-30T08:00:00.000Z"]);
  });

  it("is dropped when the member is away until the next one", () => {
    const away = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
    expect(dueAt("UTC", { daysOff: away })).toEqual([]);
    expect(dueAt("UTC", { workdays: [] })).toEqual([]);
  });

  it("keeps local nine o'clock on both sides of a clock change", () => {
    const span = ["2026-10-18T00:00:00Z", "2026-11-01T00:00:00Z"] as const;
    const berlin = { zone: "Europe/Berlin", preferences: defaultPreferences };
    expect(nudgesBetween(defaultRhythm, berlin, ...span).map((one) => one.dueAt)).toEqual([
      "2026-10-19T07:00:00.000Z",
      "2026-10-26T08:00:00.000Z",
    ]);
  });
});

describe("the next allowed minute", () => {
  const reach: Reach = {
    zone: "UTC",
    quiet: { from: "20:00", to: "08:00" },
    workdays: [1, 2, 3, 4, 5],
    daysOff: [],
  };
  const allowed = (at: string, changes: Partial<Reach> = {}) =>
    nextAllowed(`${at}:00.000Z`, "2027-01-01T00:00:00.000Z", { ...reach, ...changes });

  it("is now, where nothing speaks against it", () => {
    expect(allowed("2026-11-23T12:34")).toBe("2026-11-23T12:34:00.000Z");
  });

  it("begins with the minute quiet hours end, and ends with the minute they begin", () => {
    expect(allowed("2026-11-23T07:59")).toBe("2026-11-23T08:00:00.000Z");
    expect(allowed("2026-11-23T19:59")).toBe("2026-11-23T19:59:00.000Z");
    expect(allowed("2026-11-23T20:00")).toBe("2026-11-24T08:00:00.000Z");
  });

  it("steps over quiet hours that lie within a day", () => {
    expect(allowed("2026-11-23T12:30", { quiet: { from: "12:00", to: "13:00" } })).toBe(
      "2026-11-23T13:00:00.000Z",
    );
  });

  it("knows no quiet hours when they begin and end at once", () => {
    expect(allowed("2026-11-23T03:00", { quiet: { from: "08:00", to: "08:00" } })).toBe(
      "2026-11-23T03:00:00.000Z",
    );
  });

  it("goes from Friday evening to Monday morning", () => {
    expect(allowed("2026-11-27T20:30")).toBe("2026-11-30T08:00:00.000Z");
  });

  it("does not come round for somebody who is never to be reached", () => {
    expect(allowed("2026-11-23T12:00", { workdays: [] })).toBeUndefined();
  });

  it("gets through the night the clocks go back and the one they go forward", () => {
    const berlin = { zone: "Europe/Berlin", workdays: [1, 2, 3, 4, 5, 6, 7] };
    const short = { ...berlin, quiet: { from: "02:10", to: "02:50" } };
    expect(allowed("2026-10-25T00:20", short)).toBe("2026-10-25T00:50:00.000Z");
    expect(allowed("2026-10-25T01:20", short)).toBe("2026-10-25T01:50:00.000Z");
    expect(allowed("2026-03-29T00:59", { ...berlin, quiet: { from: "01:00", to: "02:30" } })).toBe(
      "2026-03-29T01:30:00.000Z",
    );
  });
});
