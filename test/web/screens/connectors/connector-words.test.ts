import { describe, expect, test } from "vitest";
import type { Connector } from "../../../../shared/metrics/connector.ts";
import { type Failure, failureReasons } from "../../../../shared/metrics/connector-failure.ts";
import {
  connectorMark,
  failureWords,
  momentWords,
  scheduleWords,
} from "../../../../web/screens/connectors/connector-words.ts";
import { idOf } from "../../../support/rules.ts";

const stored: Connector = {
  ...{ id: idOf("connector"), metricId: idOf("metric"), name: "Warehouse", memberId: idOf("ada") },
  ...{ address: "https://metrics.example.org/", hidden: false, headers: [] },
  ...{ look: { format: "json", path: "total" }, factor: 1, state: "on", failures: 0 },
  schedule: { every: "day", time: "07:00" },
};
const down: Failure = { code: "source_unreachable", why: "timeout" };

describe("why there is no reading", () => {
  test("is said in words for every reason there is, with something to do", () => {
    expect(failureReasons.length).toBeGreaterThan(20);
    for (const why of failureReasons) {
      const { happened, todo } = failureWords({ code: "source_unreadable", why } as Failure);
      expect(`${happened} ${todo}`).toMatch(/^[A-Z\d].+\. [A-Z].+\.$/);
    }
  });

  test.each<[Failure, RegExp]>([
    [{ code: "source_unreadable", why: "several", count: 7 }, /^7 series fit/],
    [{ code: "source_unreadable", why: "nothing-there", at: "data[0]" }, /nothing at data\[0\]/],
    [{ code: "source_unreadable", why: "nothing-there" }, /No series/],
    [{ code: "source_unreadable", why: "not-prometheus", at: "3" }, /^Line 3/],
    [{ code: "source_unreachable", why: "status", status: 503 }, /answered with 503/],
    [{ code: "not_recorded", why: "refused", at: "metric_retired" }, /This metric was retired/],
    [{ code: "not_recorded", why: "refused", at: "of-a-newer-server" }, /of-a-newer-server/],
  ])("%j", (told, words) => expect(failureWords(told).happened).toMatch(words));

  test.each([
    [401, /signs in/],
    [404, /address/],
    [429, /longer rhythm/],
    [503, /fault is with the source/],
  ])("of a source that answers %i comes with the next step", (status, words) =>
    expect(failureWords({ code: "source_unreachable", why: "status", status }).todo).toMatch(words),
  );
});

describe("how a source stands", () => {
  test.each<[Partial<Connector>, string]>([
    [{}, "not asked yet"],
    [{ lastAt: "2026-03-02T06:00:00Z" }, "works"],
    [{ lastAt: "2026-03-02T06:00:00Z", failures: 1, failure: down }, "failed once"],
    [{ failures: 4, failure: down }, "failed 4 times"],
    [{ state: "paused" }, "paused"],
    [{ state: "paused", failures: 10, failure: down }, "stopped"],
  ])("%j is %s", (changes, word) => expect(connectorMark({ ...stored, ...changes }).word).toBe(word));
});

test("when it is asked is said by the workspace's clock", () => {
  expect(scheduleWords({ every: "hour", time: "00:15" })).toBe("hourly at :15");
  expect(scheduleWords({ every: "day", time: "07:00" })).toBe("daily at 07:00");
  expect(scheduleWords({ every: "week", weekday: 5, time: "17:30" })).toBe("Fridays at 17:30");
  const now = Date.parse("2026-03-02T22:30:00Z");
  expect(momentWords("2026-03-02T23:30:00Z", "Europe/Berlin", now)).toBe("tomorrow at 00:30");
  expect(momentWords("2026-03-02T22:45:00Z", "America/New_York", now)).toBe("today at 17:45");
  expect(momentWords("2026-03-02T22:30:00Z", "Europe/Berlin", now)).toBe("any moment");
});
