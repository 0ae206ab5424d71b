import { describe, expect, test } from "vitest";
import { memoryOf } from "../../../shared/search/memory.ts";
import { newestFirst, type Remembered } from "../../../shared/search/remembered.ts";

const one = (key: string, title: string, text: string, more: Partial<Remembered> = {}): Remembered => ({
  ...{ key, as: "check-in", title, text, people: [], leads: { kind: "key-result", id: key } },
  ...more,
});

function memory(...all: Remembered[]) {
  const builder = memoryOf(newestFirst(all));
  while (builder.step(1));
  return builder.done();
}
const keys = (found: { hits: Remembered[] }) => found.hits.map((hit) => hit.key);

describe("finding", () => {
  test("every word must occur, by its beginning, in the title or in the text", () => {
    const here = memory(
      one("a", "Weekly listeners", "Onboarding shortened"),
      one("b", "Weekly listeners", "Payment failed"),
      one("c", "Onboarding", "nobody listens"),
    );
    expect(keys(here.find(["onb", "listen"])).sort()).toEqual(["a", "c"]);
    expect(keys(here.find(["onb", "weekly"]))).toEqual(["a"]);
    expect(keys(here.find(["nboarding"]))).toEqual([]);
    expect(keys(here.find([]))).toEqual([]);
  });

  test("titles come before texts, and the newest first among equals", () => {
    const here = memory(
      one("old title", "Churn", "", { on: "2025-01-01" }),
      one("new title", "Churn again", "", { on: "2026-01-01" }),
      one("newest text", "Other", "churn churn churn", { on: "2026-09-01" }),
      one("undated", "Churn", ""),
    );
    expect(keys(here.find(["churn"]))).toEqual(["new title", "old title", "undated", "newest text"]);
  });

  test("what is only about something comes after what is called so, and after what says so", () => {
    const here = memory(
      one("about", "Churn", "a note", { isAbout: true, on: "2026-09-09" }),
      one("says", "Reach", "churn rose", { isAbout: true, on: "2026-02-02" }),
      one("called", "Churn", "", { as: "key-result", on: "2026-01-01" }),
    );
    expect(keys(here.find(["churn"]))).toEqual(["called", "says", "about"]);
  });

  test("a word that is a part of two words of one title counts once", () => {
    const here = memory(
      one("twice", "Re re-activation", "users", { on: "2026-02-02" }),
      one("both", "Reactivated users", "", { on: "2026-01-01" }),
    );
    expect(keys(here.find(["re", "users"]))).toEqual(["both", "twice"]);
  });

  test("filters narrow it, and counts tell of every kind", () => {
    const here = memory(
      one("note", "Churn", "", { cycleId: "q1", people: ["ada"] }),
      one("bet", "Churn", "", { as: "bet", cycleId: "q2", people: ["ben"] }),
    );
    expect(keys(here.find(["churn"], { as: "bet" }))).toEqual(["bet"]);
    expect(Object.fromEntries(here.find(["churn"], { as: "bet" }).counts)).toEqual({ bet: 1, "check-in": 1 });
    expect(keys(here.find(["churn"], { cycleId: "q1" }))).toEqual(["note"]);
    expect(keys(here.find(["churn"], { memberId: "ben" }))).toEqual(["bet"]);
    expect(keys(here.find([], { memberId: "ada" }))).toEqual(["note"]);
  });

  test("answers what reading every text word for word answers", () => {
    const words = ["star", "start", "stare", "input", "in", "churn", "église", "eglise", "12", "1"];
    const pick = (n: number) => words[(n * 7919) % words.length]!;
    const all = Array.from({ length: 400 }, (_, n) =>
      one(`k${n}`, `${pick(n)} ${pick(n * 3 + 1)}`, `${pick(n * 5 + 2)} ${pick(n * 11)}`, {
        on: `2026-01-${10 + (n % 19)}`,
      }),
    );
    const here = memory(...all);
    const plain = (text: string) => text.replaceAll("é", "e").split(" ");
    for (const asked of [["st"], ["star"], ["in"], ["eg", "1"], ["star", "in", "c"], ["zz"]]) {
      const wanted = all.filter(({ title, text }) =>
        asked.every((word) => [...plain(title), ...plain(text)].some((other) => other.startsWith(word))),
      );
      expect(keys(here.find(asked)).sort()).toEqual(wanted.map((hit) => hit.key).sort());
    }
  });
});
