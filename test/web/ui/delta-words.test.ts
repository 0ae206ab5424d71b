import { expect, test } from "vitest";
import { deltaWords } from "../../../web/ui/delta-words.ts";

const metric = {
  cadence: "weekly" as const,
  unit: { label: "min / week", scale: "value" as const, decimals: 0 },
};
const moved = (on: string, beforeOn: string, delta: number) =>
  deltaWords({ value: 261, on, before: { value: 261 - delta, on: beforeOn, delta, towards: "up" } }, metric);

test("a move is said against the reading before", () => {
  expect(moved("2026-11-23", "2026-11-16", 5)).toBe("+5 on the week before");
  expect(moved("2026-11-23", "2026-11-16", -2)).toBe("−2 on the week before");
  expect(moved("2026-11-23", "2026-11-16", 0.2)).toBe("no change on the week before");
});

test("where a reading was left out, the day it is held against is named", () => {
  expect(moved("2026-11-23", "2026-11-02", 5)).toBe("+5 on 2 Nov");
  expect(moved("2026-01-05", "2025-12-08", 5)).toBe("+5 on 8 Dec 2025");
});

test("a single reading has nothing to be held against", () => {
  expect(deltaWords({ value: 261, on: "2026-11-23" }, metric)).toBe("");
});
