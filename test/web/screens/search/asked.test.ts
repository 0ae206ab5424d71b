import { expect, test } from "vitest";
import type { Query } from "../../../../shared/search/query.ts";
import { calledBy } from "../../../../web/screens/search/People.tsx";
import { addressOf, askedIn } from "../../../../web/screens/search/use-asked.ts";
import { whereTo } from "../../../../web/screens/search/where-to.ts";
import { foundWords } from "../../../../web/screens/search/words.ts";

test("an address says a search and gives it back, whatever was typed", () => {
  const asked = { typed: "50 % & più? #1 + שלום 🚀", as: "bet", cycleId: "q1", memberId: "ada" } as const;
  expect(askedIn(addressOf(asked))).toEqual(asked);
  expect(addressOf(askedIn(""))).toBe("");
  expect(askedIn("as=nonsense&q=")).toMatchObject({ typed: "", as: undefined });
});

test("half a character and a page of text make an address all the same", () => {
  expect(askedIn(addressOf({ typed: "a\ud83d b" })).typed).toBe("a\ufffd b");
  expect(addressOf({ typed: "x".repeat(100_000) }).length).toBeLessThan(220);
});

test("what is found leads to where it is read", () => {
  expect(whereTo({ kind: "review", id: "weekly/s1/2026-03-02" })).toBe("/rhythm/weekly/s1?on=2026-03-02");
  expect(whereTo({ kind: "review", id: "monthly/c1/2026-03-01" })).toBe("/rhythm/monthly?on=2026-03-01");
  expect(whereTo({ kind: "anomaly", id: "metric/m1/2026-03-01" })).toBe("/signals/metric%2Fm1%2F2026-03-01");
  expect(whereTo({ kind: "key-result", id: "k" })).toBe("/key-results/k");
});

test("people are offered by the beginnings of their names, in any order and without accents", () => {
  const members = ["Ada Okafor", "Zoë Adamu"].map((name) => ({ id: name, name })) as never;
  expect(calledBy(["ada"], members).map((one) => one.name)).toEqual(["Ada Okafor", "Zoë Adamu"]);
  expect(calledBy(["adamu", "zoe"], members).map((one) => one.name)).toEqual(["Zoë Adamu"]);
  expect(calledBy([], members)).toEqual([]);
});

test("every end of a search is said", () => {
  const words: Query = { state: "words", words: ["churn"] };
  const found = (total: number, more = {}) => ({ total, narrowing: {}, called: 0, ...more });
  expect(foundWords({ state: "empty" }, false, undefined)).toBe("");
  expect(foundWords({ state: "short" }, false, undefined)).toMatch(/one more letter/i);
  expect(foundWords({ state: "wordless" }, false, undefined)).toMatch(/word or a number/);
  expect(foundWords(words, true, undefined)).toMatch(/^Reading/);
  expect(foundWords(words, false, found(1))).toBe("1 thing found");
  expect(foundWords(words, false, found(0))).toMatch(/fewer words/);
  expect(foundWords(words, false, found(0, { narrowing: { as: "bet" } }))).toMatch(/filter/);
  expect(foundWords(words, false, found(0, { called: 1 }))).toMatch(/somebody/);
});
