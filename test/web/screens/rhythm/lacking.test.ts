import { expect, test } from "vitest";
import { lackingCycle } from "../../../../web/screens/rhythm/lacking.ts";
import type { PastCycle } from "../../../../web/store/older-cycle.ts";

type Held = PastCycle["held"];

/** The cycles of a year that is over, the latest first. */
function quarters(held: Partial<Record<"Q1" | "Q2" | "Q3", Held>>): PastCycle[] {
  const spans = [
    ["Q3", "2026-07-01", "2026-09-30"],
    ["Q2", "2026-04-01", "2026-06-30"],
    ["Q1", "2026-01-01", "2026-03-31"],
  ] as const;
  return spans.map(([id, startsOn, endsOn]) => ({
    cycle: { id, name: id, startsOn, endsOn, state: "closed", revision: 1, deleted: false },
    held: held[id] ?? "away",
  }));
}

test("a review is looked for in the cycle its day lies in, and nowhere once that is here", () => {
  const monthly = { beat: "monthly", on: "2026-06-01" } as const;
  expect(lackingCycle(monthly, quarters({}))).toBe("Q2");
  expect(lackingCycle(monthly, quarters({ Q2: "partly" }))).toBe("Q2");
  expect(lackingCycle(monthly, quarters({ Q2: "here" }))).toBeUndefined();
});

test("a week that was open when its cycle ended is looked for in that cycle too", () => {
  const weekly = { beat: "weekly", on: "2026-07-02" } as const;
  expect(lackingCycle(weekly, quarters({}))).toBe("Q3");
  expect(lackingCycle(weekly, quarters({ Q3: "here" }))).toBe("Q2");
  expect(lackingCycle(weekly, quarters({ Q3: "here", Q2: "here" }))).toBeUndefined();
});

test("a re-validation that was held long before its day is looked for in every cycle of its year", () => {
  const yearly = { beat: "yearly", on: "2026-08-20" } as const;
  expect(lackingCycle(yearly, quarters({ Q3: "here", Q2: "here" }))).toBe("Q1");
  expect(lackingCycle(yearly, quarters({ Q3: "here", Q2: "here", Q1: "here" }))).toBeUndefined();
});
