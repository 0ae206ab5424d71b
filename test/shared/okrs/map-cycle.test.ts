import { expect, test } from "vitest";
import { mapCycle } from "../../../shared/okrs/map-cycle.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const cycle = (id: string, state: RowOf<"cycle">["state"], startsOn: string) =>
  ({ id, state, startsOn, endsOn: startsOn }) as RowOf<"cycle">;
const [q2, q3, q4, q1] = [
  cycle("q2", "closed", "2026-04-01"),
  cycle("q3", "grading", "2026-07-01"),
  cycle("q4", "running", "2026-10-01"),
  cycle("q1", "planning", "2027-01-01"),
];
const on = (day: string, ...cycles: RowOf<"cycle">[]) => mapCycle(cycles, day)?.id;

test("a map is of what runs, else of what is graded, planned or was closed last", () => {
  expect(on("2026-11-01", q2!, q3!, q4!, q1!)).toBe("q4");
  expect(on("2026-11-01", q2!, q1!, q3!)).toBe("q3");
  expect(on("2026-11-01", q2!, q1!, cycle("later", "planning", "2027-04-01"))).toBe("q1");
  expect(on("2026-11-01", cycle("older", "closed", "2026-01-01"), q2!)).toBe("q2");
  expect(on("2026-11-01")).toBeUndefined();
});

test("a cycle committed ahead of its first day waits for it", () => {
  expect(on("2026-09-25", q4!, q3!)).toBe("q3");
  expect(on("2026-10-01", q4!, q3!)).toBe("q4");
});
