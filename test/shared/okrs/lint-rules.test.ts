import { describe, expect, test } from "vitest";
import { lintKeyResult, lintObjective } from "../../../shared/okrs/lint.ts";

const rule = (title: string) => lintKeyResult({ title })[0]?.rule ?? "good";
const goal = (title: string) => lintObjective({ title })[0]?.rule ?? "good";

describe("numbers that are no target", () => {
  test.each([
    ["a date", "Reduce complaints by 30 June"],
    ["a date of another country", "Reduce complaints by 2026-06-30"],
    ["a year", "Reduce complaints in 2027"],
    ["a quarter", "Reduce complaints by Q3 2026"],
    ["a version", "Reduce complaints about v2.3"],
    ["a product", "Reduce complaints of Windows 11 customers"],
    ["a product spelt its own way", "Reduce complaints on iOS 18"],
    ["a standard", "Reduce complaints about ISO 27001"],
    ["a window of time", "Reduce complaints within 30 days"],
    ["a span", "Improve 30-day retention"],
    ["which ones are meant", "Increase the number of teams that have 3 or more members"],
    ["a phase", "Reduce complaints in phase 2"],
    ["a time of day", "Reduce complaints before 9:30"],
  ])("%s", (_, title) => {
    expect(rule(title)).toBe("no-number");
  });

  test.each([
    ["a year's worth of orders", "Raise weekly orders from 1900 to 2050"],
    ["a number word", "Halve the time to first invoice"],
    ["one in so many", "Deploys that need a rollback go from 1 in 8 to 1 in 20"],
    ["a percentage with a space", "Cut failed payments to 2 % of attempts"],
    ["a percentage in words", "Cut failed payments to 2 percent of attempts"],
    ["an arrow", "Failed payments: 3% → 2%"],
    ["where it stands", "Failed payments at 2% (now 3%)"],
    ["none at all", "No customer waits longer than a day"],
    ["money", "Cut cost per order to €4.10"],
    ["a window that every single one must keep", "New teams are live within 5 days"],
    ["a number in wide letters", "Cut failed payments to ２％ of attempts"],
    ["a numbered list's own number", "KR 2: Failed payments from 3% to 2%"],
  ])("but %s is one", (_, title) => {
    expect(rule(title)).toBe("good");
  });
});

describe("verbs that are nouns", () => {
  test.each([
    "Release frequency goes from 2 to 8 a week",
    "Review time falls below 6 h",
    "Call volume per order down from 0.4 to 0.2",
    "Meeting hours drop from 14 to 9 a week",
    "Share of drivers who come back at 81%",
    "Release stability above 98%",
  ])("%s", (title) => {
    expect(rule(title)).toBe("good");
  });
});

describe("what reads like an output, and is an outcome", () => {
  test.each([
    ["work that arrives all day, done promptly", "Publish 90% of corrections within 2 hours"],
    ["people who change over", "Move 40% of drivers to the night plan"],
    ["customers won", "Add 500 paying clinics"],
  ])("%s", (_, title) => {
    expect(rule(title)).toBe("good");
  });
});

describe("what reads like applause, and is a ratio or is to fall", () => {
  test.each([
    ["Raise views per session to 3"],
    ["Lift page views to sign-up conversion to 4%"],
    ["Cut page views before the first answer to 2"],
  ])("%s", (title) => {
    expect(rule(title)).toBe("good");
  });
});

test("one measure in two steps is one", () => {
  expect(rule("Raise completion to 30% in May and 40% in June")).toBe("good");
});

test("a number, or milestones, beside the title say how much", () => {
  const title = "Improve activation of invited people";
  expect(lintKeyResult({ title })).toMatchObject([{ rule: "no-number" }]);
  expect(lintKeyResult({ title, target: 0.6 })).toEqual([]);
  expect(lintKeyResult({ title, target: 0 })).toEqual([]);
  expect(lintKeyResult({ title, direction: "milestones" })).toEqual([]);
  expect(lintKeyResult({ title: "Ship dark mode", direction: "milestones" })).toMatchObject([
    { rule: "output" },
  ]);
});

test("a guardrail said as a condition is no second measure, one said as another change is", () => {
  expect(rule("Grow weekly orders from 900 to 1,200 while keeping refunds under 2%")).toBe("good");
  expect(rule("Grow weekly orders from 900 to 1,200 without refunds rising above 2%")).toBe("good");
  expect(rule("Grow weekly orders to 1,200 while refunds stay under 2% and complaints under 1%")).toBe(
    "good",
  );
  expect(rule("Grow weekly orders from 900 to 1,200 and cut refunds to 2%")).toBe("composite");
});

test("who is meant may do two things", () => {
  expect(rule("Increase the share of people who invite and keep a friend from 10% to 15%")).toBe("good");
});

test("an objective needs no number", () => {
  expect(goal("Nobody waits for a password again")).toBe("good");
  expect(goal("Increase activation of invited people")).toBe("good");
});

describe("a finding", () => {
  test("names its rule, says why in one sentence, and offers a wording", () => {
    const titles = [
      "Ship dark mode",
      "Hire a cook",
      "Raise it to 2 and cut that to 1",
      "Cut churn",
      "Be great",
    ];
    const more = ["Reach 9,000 page views", "Grow yearly profit by 5%"];
    const found = [...titles, ...more].flatMap((title) => lintKeyResult({ title }));
    expect(found.map((one) => one.rule)).toEqual([
      "output",
      "task",
      "composite",
      "no-number",
      "vague",
      "vanity",
      "lagging",
    ]);
    for (const { message, pattern, field } of [...found, ...lintObjective({ title: "Be great" })]) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(pattern).toMatch(/\[.*\]/);
      expect(field).toBe("title");
    }
  });

  test("offers the author's own words with numbers to fill in, where only those are missing", () => {
    const [found] = lintKeyResult({ title: "Improve activation of invited people." });
    expect(found?.pattern).toBe("Improve activation of invited people from [now] to [target]");
  });

  test("is the same however often it is asked, and in capitals", () => {
    const title = "Launch The Loyalty Programme";
    expect(lintKeyResult({ title })).toEqual(lintKeyResult({ title }));
    expect(rule(title.toUpperCase())).toBe("output");
  });
});

describe("hostile titles", () => {
  test.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["marks only", "->,;:()&+%~<>="],
    ["a prototype's name", "constructor __proto__ toString hasOwnProperty"],
    ["a heap of digits", "9".repeat(200)],
    ["another script", "売上を5%から8%に増やす"],
    ["half a character", "\ud83d to 5"],
  ])("%s gets an answer", (_, title) => {
    for (const lint of [lintKeyResult, lintObjective])
      for (const { rule, message } of lint({ title }, { history: [1, Number.NaN, 2, 3, 4, 5] }))
        expect([rule, message].every((one) => one.length > 0)).toBe(true);
  });

  test("what no title can hold is not read", () => {
    const title = `Raise orders from 3 to 5 ${" ".repeat(300)} and cut returns to 2%`;
    expect(rule(title)).toBe("good");
  });

  test("nothing said is not judged", () => {
    expect(lintKeyResult({ title: " - " })).toEqual([]);
    expect(lintObjective({ title: "" }, null)).toEqual([]);
  });

  test("of 200 and of 20,000 characters take no longer for being clever", () => {
    const seeds = [
      "a-",
      "1.",
      "1,",
      "from 1 to ",
      "who ",
      "and 1 ",
      "-> 1",
      "within 3 ",
      "1:1 ",
      "re",
      "a'b/",
    ];
    for (const seed of seeds)
      for (const length of [200, 20_000])
        for (const lint of [lintKeyResult, lintObjective])
          expect(lint({ title: seed.repeat(length).slice(0, length) }).length).toBeLessThanOrEqual(1);
  });
});
