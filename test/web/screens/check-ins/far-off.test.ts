import { expect, test } from "vitest";
import { isFarOff } from "../../../../web/screens/check-ins/far-off.ts";

const rising = { direction: "increase", baseline: 0.18, target: 0.26 } as const;
const falling = { direction: "decrease", baseline: 900, target: 500 } as const;

test("a lost decimal sign is asked about", () => {
  expect(isFarOff(rising, 2.15, 0.199)).toBe(true);
  expect(isFarOff(falling, 6400, 700)).toBe(true);
  expect(isFarOff(falling, -200, 700)).toBe(true);
});

test("what a good or a bad week brings is not", () => {
  for (const value of [0.1, 0.18, 0.215, 0.26, 0.35]) expect(isFarOff(rising, value, 0.199)).toBe(false);
  for (const value of [1400, 900, 640, 500, 0]) expect(isFarOff(falling, value, undefined)).toBe(false);
});

test("a value that was far out last time is known, and one still further is asked about", () => {
  expect(isFarOff(rising, 0.6, 0.6)).toBe(false);
  expect(isFarOff(rising, 6, 0.6)).toBe(true);
});

test("limits, milestones and an empty field are never asked about", () => {
  expect(isFarOff({ direction: "stay-below", target: 0.006 }, 60, 0.004)).toBe(false);
  expect(isFarOff({ direction: "milestones" }, undefined, undefined)).toBe(false);
  expect(isFarOff(rising, undefined, 0.2)).toBe(false);
});
