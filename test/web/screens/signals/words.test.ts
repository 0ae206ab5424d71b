import { expect, test } from "vitest";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { choicesFor } from "../../../../web/screens/signals/signal-rows.ts";
import {
  answeredWords,
  isShift,
  recordWords,
  ruleExplained,
  ruleName,
} from "../../../../web/screens/signals/words.ts";

type Anomaly = RowOf<"anomaly">;
const rules: Anomaly["rule"][] = ["last-1", "last-2", "last-4", "last-8", "floor", "ceiling", "stall"];
const anomaly = (rule: Anomaly["rule"], preset: Anomaly["preset"] = "calm") =>
  ({ rule, preset, expected: { low: 36, centre: 39, high: 42 } }) as Anomaly;

test("every signal rule has a name and is explained without a word of statistics or of causes", () => {
  const names = rules.map(ruleName);
  expect(new Set(names).size).toBe(rules.length);
  for (const rule of rules)
    for (const cadence of ["daily", "weekly", "monthly"] as const) {
      const words = ruleExplained(anomaly(rule), cadence);
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words).not.toMatch(/caused|drove|proved|impact|confidence|sigma|p-value|undefined/i);
    }
});

test("the stricter preset promises fewer false alarms", () => {
  expect(ruleExplained(anomaly("last-1"), "weekly")).toContain("once in five years");
  expect(ruleExplained(anomaly("last-1", "standard"), "weekly")).toContain("once in three years");
});

test("a rule's record counts answers, and says when there are none", () => {
  const record = { rule: "last-1", raised: 9, answered: 7, falseAlarms: 2 } as const;
  expect(recordWords(record)).toBe("2 of 7 answered were false alarms");
  expect(recordWords({ ...record, answered: 1, falseAlarms: 1 })).toBe("1 of 1 answered was a false alarm");
  expect(recordWords({ ...record, raised: 1, answered: 0, falseAlarms: 0 })).toBe(
    "1 signal, none answered yet",
  );
});

test("only a shift may be called the new normal", () => {
  expect(rules.filter((rule) => isShift({ rule }))).toEqual(["last-2", "last-4", "last-8"]);
});

test("an answer carries the name of who gave it, also of somebody who left", () => {
  const answer = { as: "false-alarm", text: "", by: "lena", at: "" } as const;
  const members = [{ id: "lena", name: "Lena" }] as RowOf<"member">[];
  expect(answeredWords(answer, members)).toBe("Lena called it a false alarm");
  expect(answeredWords(answer, [])).toBe("Somebody who left called it a false alarm");
});

test("a blocker of a metric is offered the key result that measures it first, then those that move it", () => {
  const keyResult = (title: string, more: object) => ({ id: title, title, ...more }) as RowOf<"key-result">;
  const metric = { id: "habit" } as RowOf<"metric">;
  const running = [
    keyResult("Another", {}),
    keyResult("Moves it", { moves: { metricId: "habit", because: "" } }),
    keyResult("Measures it", { measures: "habit" }),
  ];
  expect(choicesFor({ metric }, running).map((one) => one.title)).toEqual([
    "Measures it",
    "Moves it",
    "Another",
  ]);
  expect(choicesFor({}, running)).toEqual([]);
});
