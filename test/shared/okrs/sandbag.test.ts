import { describe, expect, test } from "vitest";
import { forecast } from "../../../shared/okrs/forecast.ts";
import { type Draft, lintKeyResult } from "../../../shared/okrs/lint.ts";
import { squadSandbag, targetAgainstHistory } from "../../../shared/okrs/sandbag.ts";

const sandbagged = (draft: Partial<Draft>, history: number[]) =>
  lintKeyResult({ title: "Weekly orders", ...draft }, { history }).some((one) => one.rule === "sandbag");
const orders = [2310, 2455, 2380, 2502, 2344, 2431, 2400];

describe("a target against the normal swing", () => {
  test("within it is flagged, beyond it is not, either way", () => {
    const rise = (target: number) => sandbagged({ baseline: 2400, target, direction: "increase" }, orders);
    expect([2420, 2480, 2600, 3000].map(rise)).toEqual([true, true, false, false]);
    const fall = (target: number) => sandbagged({ baseline: 2400, target, direction: "decrease" }, orders);
    expect([2390, 2200, 1500].map(fall)).toEqual([true, false, false]);
  });

  test("is not judged under five earlier values", () => {
    const draft = { baseline: 2400, target: 2420, direction: "increase" } as const;
    expect(sandbagged(draft, orders.slice(0, 4))).toBe(false);
    expect(sandbagged(draft, orders.slice(0, 5))).toBe(true);
    expect(sandbagged(draft, [...orders.slice(0, 4), Number.NaN])).toBe(false);
    expect(lintKeyResult({ title: "Weekly orders", ...draft }, null)).toEqual([]);
  });

  test("that most of the last values have reached is flagged, whatever baseline is claimed", () => {
    const draft = { baseline: 1000, target: 1100, direction: "increase" } as const;
    expect(sandbagged(draft, [900, 950, 1120, 1130, 1125, 1140])).toBe(true);
    expect(sandbagged(draft, [900, 950, 1000, 1010, 1125, 1020])).toBe(false);
  });

  test("of a metric that never moved is flagged only when it is reached", () => {
    const draft = { baseline: 5, target: 6, direction: "increase" } as const;
    expect(sandbagged(draft, [5, 5, 5, 5, 5])).toBe(false);
    expect(sandbagged({ ...draft, target: 5 }, [5, 5, 5, 5, 5])).toBe(true);
  });
});

describe("a limit to stay within", () => {
  const stay = (direction: "stay-above" | "stay-below", target: number, history: number[]) =>
    sandbagged({ target, direction }, history);

  test("close to where the metric lives is a guardrail, far off it keeps nobody awake", () => {
    expect(stay("stay-below", 1, [0.8, 0.7, 0.9, 0.8, 0.8])).toBe(false);
    expect(stay("stay-below", 5, [0.8, 0.7, 0.9, 0.8, 0.8])).toBe(true);
    expect(stay("stay-above", 40, [44, 45, 46, 45, 44])).toBe(false);
    expect(stay("stay-above", 20, [44, 45, 46, 45, 44])).toBe(true);
  });

  test("near a whole is measured by what is missing", () => {
    expect(stay("stay-above", 99.5, [99.6, 99.7, 99.6, 99.5, 99.6])).toBe(false);
    expect(stay("stay-above", 90, [99.9, 99.8, 99.9, 99.9, 99.9])).toBe(true);
    expect(stay("stay-above", 0.9, [0.999, 0.998, 0.999, 0.999, 0.999])).toBe(true);
  });

  test("that was breached before is worth keeping", () => {
    const calm = Array.from({ length: 20 }, () => 0.8);
    expect(stay("stay-below", 5, [...calm, 0.9, 0.8])).toBe(true);
    expect(stay("stay-below", 5, [7, ...calm])).toBe(false);
  });
});

describe("without a direction or a target the title says them", () => {
  test.each([
    ["Keep response time under 5 s", [0.8, 0.7, 0.9, 0.8, 0.8], true],
    ["Cut average wait from 12.0 to 11.8 minutes", [12.4, 11.5, 12.2, 11.7, 12.6, 12.0], true],
    ["Cut average wait from 12.0 to 7 minutes", [12.4, 11.5, 12.2, 11.7, 12.6, 12.0], false],
    ["Raise activation from 41% to 41.5%", [0.4, 0.43, 0.39, 0.42, 0.41], true],
    ["Raise activation from 41% to 60%", [0.4, 0.43, 0.39, 0.42, 0.41], false],
    ["Reach 70 reviews a week", [71, 75, 73, 76, 72, 74], true],
    ["Reach 2% churn", [0.05, 0.051, 0.049, 0.05, 0.052], false],
    ["Improve activation", [0.4, 0.43, 0.39, 0.42, 0.41], false],
  ])("%s", (title, history, expected) => {
    expect(sandbagged({ title }, history)).toBe(expected);
  });
});

describe("a squad is asked", () => {
  test.each([
    [6, 6, true],
    [5, 6, false],
    [8, 10, true],
    [7, 10, false],
    [5, 5, false],
    [0, 20, false],
  ])("%i of %i in full: %s", (full, scored, flagged) => {
    const found = squadSandbag({ full, scored });
    expect(found.map((one) => one.rule)).toEqual(flagged ? ["squad-sandbag"] : []);
    for (const { message } of found) expect(message).toMatch(/\?$/);
  });
});

describe("a target against the history of its metric", () => {
  const weekly = (values: number[]) => values.map((value, index) => ({ week: index - values.length, value }));
  const steady = weekly([10, 11, 12.2, 12.9, 14.1, 15, 15.8, 17.1]);
  const rules = (target: number, points = steady, goodDirection: "up" | "down" = "up") =>
    targetAgainstHistory(points, { target, goodDirection, endWeek: 13 }).map((one) => one.rule);

  test("is likely anyway where it is heading, unheard of far beyond, and fair between", () => {
    expect(rules(20)).toEqual(["likely-anyway"]);
    expect(rules(200)).toEqual(["nothing-like-this"]);
    expect(rules(32)).toEqual([]);
    expect(rules(5, steady, "down")).toEqual(["nothing-like-this"]);
  });

  test("of what happens by itself, without what people usually achieve", () => {
    const noisy = weekly([10, 14, 11, 15, 13, 17, 15, 19]);
    const { raw, probability } = forecast(noisy, { target: 16, goodDirection: "up", endWeek: 13 })!;
    expect([raw > 0.8, probability < 0.8]).toEqual([true, true]);
    expect(rules(16, noisy)).toEqual(["likely-anyway"]);
  });

  test("needs eight readings that count", () => {
    expect(rules(20, steady.slice(1))).toEqual([]);
    expect(rules(20, [...steady.slice(1), steady[1]!])).toEqual([]);
    expect(rules(20, [...steady.slice(1), { week: 0, value: Number.NaN }])).toEqual([]);
  });

  test("is asked about, never accused of", () => {
    for (const target of [20, 200])
      for (const { message } of targetAgainstHistory(steady, { target, goodDirection: "up", endWeek: 13 }))
        expect(message).toMatch(/\?$/);
  });
});
