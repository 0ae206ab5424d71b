import { expect, test } from "vitest";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { otherCycles, plannableCycle, shownCycle } from "../../../../web/screens/cycle/shown-cycle.ts";

const cycle = (id: string, state: RowOf<"cycle">["state"], startsOn: string) =>
  ({ id, state, startsOn }) as RowOf<"cycle">;
const q2 = cycle("q2", "closed", "2026-04-01");
const q3 = cycle("q3", "grading", "2026-07-01");
const q4 = cycle("q4", "running", "2026-10-01");
const today = "2026-11-23";
const q1 = cycle("q1", "planning", "2027-01-01");

test("a visit opens with what runs, then what is graded or planned, then the last that was closed", () => {
  expect(shownCycle([q2, q3, q4, q1], today)?.id).toBe("q4");
  expect(shownCycle([q2, q3, q1], today)?.id).toBe("q3");
  expect(shownCycle([q2, q1], today)?.id).toBe("q1");
  expect(shownCycle([cycle("older", "closed", "2026-01-01"), q2], today)?.id).toBe("q2");
  expect(shownCycle([], today)).toBeUndefined();
});

test("a cycle committed ahead of its first day does not hide the one that runs", () => {
  const ahead = cycle("ahead", "running", "2027-01-01");
  expect(shownCycle([ahead, q4], today)?.id).toBe("q4");
  expect(shownCycle([ahead, q3], today)?.id).toBe("q3");
  expect(shownCycle([ahead, q2], today)?.id).toBe("ahead");
});

test("the cycle asked for wins, and one that is gone does not", () => {
  expect(shownCycle([q2, q4], today, "q2")?.id).toBe("q2");
  expect(shownCycle([q2, q4], today, "gone")?.id).toBe("q4");
});

test("a new objective goes into the planned cycle, else into the running one, never into a closed one", () => {
  expect(plannableCycle([q2, q3, q4, q1])?.id).toBe("q1");
  expect(plannableCycle([q2, q4, q1], "q4")?.id).toBe("q4");
  expect(plannableCycle([q2, q4], "q2")?.id).toBe("q4");
  expect(plannableCycle([q2, q3])).toBeUndefined();
});

test("the others are listed from the youngest", () => {
  expect(otherCycles([q2, q4, q1, q3], "q4").map((one) => one.id)).toEqual(["q1", "q3", "q2"]);
});
