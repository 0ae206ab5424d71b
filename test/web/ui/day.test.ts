import { expect, test } from "vitest";
import { formatAgo, formatDay, formatDayAway, formatDayLong, plural } from "../../../web/ui/day.ts";

test("a day is named in English, in the order of an English locale", () => {
  expect(formatDayLong("2026-11-23")).toBe("Monday 23 November");
  expect(formatDayLong("2026-11-23", "de-DE")).toBe("Monday 23 November");
  expect(formatDayLong("2026-11-23", "en-US")).toBe("Monday November 23");
  expect(formatDay("2025-12-31", undefined, "2026-11-23")).toBe("31 Dec 2025");
});

test("near days are said by their distance", () => {
  const today = "2026-11-23";
  expect(formatDayAway("2026-11-23", today)).toBe("today");
  expect(formatDayAway("2026-11-24", today)).toBe("tomorrow");
  expect(formatDayAway("2026-11-22", today)).toBe("yesterday");
  expect(formatDayAway("2026-11-14", today)).toBe("9 days ago");
  expect(formatDayAway("2026-12-31", today)).toBe("on 31 Dec");
  // Across the hour that March takes away.
  expect(formatDayAway("2026-03-30", "2026-03-28")).toBe("in 2 days");
});

test("a moment is said by its age", () => {
  const now = Date.parse("2026-11-23T09:30:00Z");
  expect(formatAgo("2026-11-23T09:29:30Z", now)).toBe("just now");
  expect(formatAgo("2026-11-23T09:26:00Z", now)).toBe("4 min ago");
  expect(formatAgo("2026-11-23T06:20:00Z", now)).toBe("3 h ago");
  expect(formatAgo("2026-11-20T06:20:00Z", now)).toBe("3 days ago");
  // A clock that runs behind makes no sentence about the future.
  expect(formatAgo("2026-11-23T09:40:00Z", now)).toBe("just now");
});

test("one is not many", () => {
  expect([plural(1, "check-in"), plural(3, "check-in")]).toEqual(["1 check-in", "3 check-ins"]);
});
