import { describe, expect, test } from "vitest";
import { numbersIn } from "../../../shared/okrs/title-numbers.ts";

describe("the numbers a title says", () => {
  test.each([
    ["Finished episodes, from 18% to 26%", 18, 26, true, 0],
    ["Trial starts from 6.2% to 8.0%", 6.2, 8, true, 1],
    ["Tracks saved in week one, from 2.1 to 3.5", 2.1, 3.5, false, 1],
    ["Trials cancelled, 39 percent to 32 percent", 39, 32, true, 0],
    ["Median load 3.4 s → 2 s", 3.4, 2, false, 1],
    ["Margin from −5 to 10", -5, 10, false, 0],
    ["Anteil von Stammhörern 12,5% -> 15%", 12.5, 15, true, 1],
    ["Revenue per account from €40 to €55", 40, 55, false, 0],
    ["Active teams 40 to 60 teams", 40, 60, false, 0],
  ])("%s", (title, baseline, target, isPercent, decimals) => {
    expect(numbersIn(title)).toEqual({ baseline, target, isPercent, decimals });
  });

  test.each([
    "",
    "More weekly listeners",
    "Below 0.6% failed starts",
    "From 40 to 40",
    "From 2 to 3 and from 4 to 5",
    "From 1,204 to 2,408 teams",
    "Ship 2 to production",
    `${"9".repeat(100)} to`,
  ])("%s: none that is sure", (title) => {
    expect(numbersIn(title)).toBeUndefined();
  });
});
