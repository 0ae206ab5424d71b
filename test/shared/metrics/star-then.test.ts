import { expect, test } from "vitest";
import { starThen } from "../../../shared/metrics/star-then.ts";

const star = (id: string, state: string, ...signedOn: string[]) => ({
  ...{ id, state, metricId: id, statement: "", horizonMonths: 12, revision: 1 },
  signatures: signedOn.map((on) => ({ memberId: "ada", title: "cpo", at: `${on}T09:00:00.000Z` })),
});
const then = (on: string, ...stars: object[]) => starThen(stars as never, on)?.id;

test("a cycle is read against the North Star it ended under, though another stands now", () => {
  const old = star("old", "replaced", "2024-12-20", "2025-01-02");
  const now = star("now", "committed", "2026-01-03", "2026-01-05");
  expect(then("2025-06-30", old, now)).toBe("old");
  expect(then("2026-06-30", old, now)).toBe("now");
  expect(then("2026-01-04", old, now)).toBe("old");
});

test("before any was signed the one that stands now counts, and a proposal that was never signed does not", () => {
  expect(then("2023-06-30", star("now", "committed", "2026-01-03"))).toBe("now");
  expect(then("2026-06-30", star("draft", "replaced"), star("now", "committed", "2026-01-03"))).toBe("now");
  expect(then("2026-06-30")).toBeUndefined();
});
