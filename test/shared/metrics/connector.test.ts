import { describe, expect, test } from "vitest";
import { checkInSource } from "../../../shared/check-ins/measured.ts";
import { draft, readAnswer, scaled } from "../../../shared/metrics/connector.ts";
import { nextFetch } from "../../../shared/metrics/connector-due.ts";
import { idOf } from "../../support/rules.ts";

const sound = {
  metricId: idOf("metric"),
  name: "Warehouse",
  url: "https://metrics.example.org/weekly.json",
  headers: [{ name: "Authorization", value: "Bearer s3cret" }],
  look: { format: "json", path: "total" },
  factor: 1,
  schedule: { every: "day", time: "06:00" },
};
const isTaken = (changes: object) => draft.safeParse({ ...sound, ...changes }).success;

describe("a connector as it is typed", () => {
  test("is taken as it is, and with another source of every sort", () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ look: { format: "prometheus", selector: 'up{job="a"}', pick: "sum" } })).toBe(true);
    expect(isTaken({ url: undefined, headers: [{ name: "Authorization" }] })).toBe(true);
    expect(isTaken({ schedule: { every: "week", weekday: 5, time: "17:30" }, segment: "EU" })).toBe(true);
  });

  test.each([
    ["a path that is none", { look: { format: "json", path: "a[*]" } }],
    ["a selector that is none", { look: { format: "prometheus", selector: "sum(x)", pick: "sum" } }],
    ["a path and a selector", { look: { format: "json", path: "a", selector: "b" } }],
    ["a factor of nothing", { factor: 0 }],
    ["a factor without end", { factor: Number.POSITIVE_INFINITY }],
    ["the name of what check-ins bring", { name: checkInSource }],
    ["no name", { name: "  " }],
    ["a name longer than a source may be", { name: "x".repeat(81) }],
    ["a time that is none", { schedule: { every: "day", time: "24:00" } }],
    ["a rhythm nobody offers", { schedule: { every: "minute", time: "00:00" } }],
    ["a field nobody knows", { workspaceId: idOf("elsewhere") }],
    ["eleven headers", { headers: Array.from({ length: 11 }, (_, i) => ({ name: `x-${i}`, value: "1" })) }],
    ["one header twice", { headers: ["X-Key", "x-key"].map((name) => ({ name, value: "1" })) }],
  ])("%s is refused", (_what, changes) => expect(isTaken(changes)).toBe(false));

  test.each(
    (
      "Host host Connection Content-Length Transfer-Encoding TE Upgrade Expect Accept-Encoding User-Agent " +
      "Proxy-Authorization Forwarded X-Forwarded-For"
    ).split(" "),
  )("the header %s belongs to the request itself", (name) =>
    expect(isTaken({ headers: [{ name, value: "1" }] })).toBe(false),
  );

  test.each([
    ["a line break", { name: "X-Key", value: "a\r\nHost: evil.example" }],
    ["a bare line feed", { name: "X-Key", value: "a\nb" }],
    ["a null", { name: "X-Key", value: "a\u0000" }],
    ["letters that are not ASCII", { name: "X-Key", value: "schlüssel" }],
    ["nothing", { name: "X-Key", value: "" }],
    ["a space around it", { name: "X-Key", value: " a" }],
    ["2,001 characters", { name: "X-Key", value: "a".repeat(2001) }],
    ["a colon in its name", { name: "X-Key:", value: "a" }],
    ["a space in its name", { name: "X Key", value: "a" }],
  ])("a header with %s is refused", (_what, header) => expect(isTaken({ headers: [header] })).toBe(false));
});

describe("the reading in an answer", () => {
  test("is the number times the factor, without noise", () => {
    expect(scaled(45.2, 0.01)).toBe(0.452);
    expect(scaled(0.07, 100)).toBe(7);
    expect(scaled(1e308, 100)).toBeUndefined();
  });

  test("is looked for where the connector says", () => {
    expect(readAnswer('{"a":{"b":[3]}}', { format: "json", path: "a.b[0]" })).toEqual({ value: 3 });
    expect(readAnswer("up 1", { format: "prometheus", selector: "up", pick: "only" })).toEqual({ value: 1 });
  });
});

describe("the next time a source is asked", () => {
  const berlin = "Europe/Berlin";
  test.each([
    ["day", { every: "day", time: "06:00" }, "2026-03-02T08:00:00Z", "2026-03-03T05:00:00.000Z"],
    [
      "day, when the clocks go forward",
      { every: "day", time: "02:30" },
      "2026-03-28T10:00:00Z",
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "week",
      { every: "week", weekday: 5, time: "17:30" },
      "2026-03-02T08:00:00Z",
      "2026-03-06T16:30:00.000Z",
    ],
    ["hour", { every: "hour", time: "00:15" }, "2026-03-02T08:00:30Z", "2026-03-02T08:15:00.000Z"],
    ["hour, just then", { every: "hour", time: "00:15" }, "2026-03-02T08:15:00Z", "2026-03-02T09:15:00.000Z"],
  ] as const)("each %s", (_name, schedule, after, next) =>
    expect(nextFetch(schedule, berlin, after)).toBe(next),
  );

  test("is by the workspace's clock, also where it is half an hour off", () =>
    expect(nextFetch({ every: "hour", time: "00:15" }, "Asia/Kolkata", "2026-03-02T08:00:00Z")).toBe(
      "2026-03-02T08:45:00.000Z",
    ));
});
