import { expect, test } from "vitest";
import { chanceWords, forecastWords, shownChance } from "../../../shared/okrs/forecast-words.ts";

test("a chance is shown to 5 %, and never as certain", () => {
  expect([0, 0.02, 0.074, 0.076, 0.424, 0.426, 0.97, 1].map(shownChance)).toEqual([
    0.05, 0.05, 0.05, 0.1, 0.4, 0.45, 0.95, 0.95,
  ]);
});

test.each([
  [0.4, "4 in 10"],
  [0.05, "1 in 20"],
  [0.25, "1 in 4"],
  [0.35, "7 in 20"],
  [0.5, "5 in 10"],
  [0.75, "3 in 4"],
  [0.9, "9 in 10"],
  [1, "19 in 20"],
])("%d is said as %s", (chance, words) => {
  expect(chanceWords(chance)).toBe(words);
});

test("the sentence says what it rests on", () => {
  expect(forecastWords({ probability: 0.41, weeks: 7 })).toBe(
    "About 4 in 10 if the coming weeks behave like the last 7.",
  );
  expect(forecastWords({ probability: 0.6, weeks: 0.4 })).toContain("the last 1.");
});
