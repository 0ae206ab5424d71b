import { expect, test } from "vitest";
import { breadthOf, wrap } from "../../../../web/screens/map/wrap.ts";

test("a text stands on as few lines as hold it", () => {
  expect(wrap("Habit", 14, 2)).toEqual(["Habit"]);
  expect(wrap("Sessions per listener", 9, 2)).toEqual(["Sessions per", "listener"]);
  expect(wrap("", 9, 2)).toEqual([""]);
});

test("what does not fit ends in an ellipsis, within the breadth", () => {
  const lines = wrap("Listeners who finish two podcast episodes a week, from 18% to 26%", 12, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(breadthOf(line)).toBeLessThanOrEqual(12);
});

test("no mark of separation is left before an ellipsis", () => {
  expect(wrap("off pace · Maximiliane", 8, 1)).toEqual(["off pace…"]);
  expect(wrap("Recurring revenue, listeners who pay", 10.5, 1)).toEqual(["Recurring revenue…"]);
});

test("no name breaks out: long words, wide letters, scripts without spaces, emoji", () => {
  for (const name of [
    "W".repeat(200),
    "聆聽時間".repeat(40),
    "👩‍👩‍👧‍👧".repeat(30),
    "a\u0301".repeat(100),
    "\u202enopu".repeat(30),
  ]) {
    const lines = wrap(name, 12, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const line of lines) expect(breadthOf(line), name.slice(0, 8)).toBeLessThanOrEqual(12.1);
  }
});
