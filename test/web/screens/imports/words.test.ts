import { expect, test } from "vitest";
import { problemCodes } from "../../../../shared/imports/problem.ts";
import { expectedByRule } from "../../../../shared/imports/rule-words.ts";
import { rejectionCodes } from "../../../../shared/sync/codes.ts";
import { countWords, problemPlace, problemTitle, rowsWords } from "../../../../web/screens/imports/words.ts";

test("every problem has words, a rule's refusal the words it has everywhere", () => {
  const titles = problemCodes.map((code) => problemTitle(code));
  expect(new Set(titles).size).toBe(problemCodes.length);
  expect(problemTitle("reading_in_future")).toBe("The reading is dated in the future");
  for (const code of rejectionCodes) expect(problemTitle(code).endsWith("."), code).toBe(false);
});

test("every code of the gate says what it wants", () => {
  for (const code of rejectionCodes.filter((one) => one.startsWith("gate_")))
    expect(expectedByRule(code)).not.toContain(code);
  expect(expectedByRule("brand_new")).toContain("brand_new");
});

test("a problem lies at a line, under a heading or in a column", () => {
  const at = { code: "bad_date", line: 12, expected: "" };
  expect(problemPlace({ ...at, column: 2, header: "Day" })).toBe("Line 12 · Day");
  expect(problemPlace({ ...at, column: 2 })).toBe("Line 12 · column 2");
  expect(problemPlace(at)).toBe("Line 12");
});

test("counts are words", () => {
  expect(countWords({ new: 1200, changed: 0, unchanged: 3 })).toBe("1,200 new, 3 as they are");
  expect(countWords({ new: 0, changed: 0, unchanged: 0 })).toBe("nothing");
  expect([rowsWords(1), rowsWords(50_000)]).toEqual(["1 row", "50,000 rows"]);
});
