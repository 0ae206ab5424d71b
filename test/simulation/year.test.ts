import { describe, expect, test } from "vitest";
import { bugs } from "./year/bugs.ts";
import { liveThrough, type Span } from "./year/span.ts";

/** `YEAR_SEEDS=4,5,6 npx vitest run test/simulation/year.test.ts -t "a year"` lives other years. */
const seeds = (process.env.YEAR_SEEDS ?? "1").split(",").map(Number);
const year = seeds.map((seed): Span => ({ seed, from: "2025-12-29", weeks: 52 }));

describe("sixty people in twelve zones, with push services in every weather", () => {
  test.each<[string, Span[]]>([
    ["a year", year],
    [
      "a spring, in which clocks go forward in the north and back in the south",
      [{ seed: 2, from: "2026-03-02", weeks: 6 }],
    ],
    ["an autumn, the other way round", [{ seed: 3, from: "2026-09-07", weeks: 8 }]],
  ])("%s: everything is said once, to whom and when it was right", async (name, spans) => {
    for (const span of spans) {
      const { breaches, counts } = await liveThrough(span);
      console.log(`${name}, seed ${span.seed}: ${JSON.stringify(counts)}`);
      expect(breaches).toEqual([]);
      expect(counts.said).toBeGreaterThan(span.weeks * 100);
    }
  });
});

/** A checker that does not find these would find nothing else either. */
const most = 3;

test.each(Object.entries(bugs))("a bug is found: %s", async (_, { bug, promise }) => {
  const found: string[] = [];
  for (let seed = 0; seed < most && !found.some((one) => promise.test(one)); seed += 1)
    found.push(...(await liveThrough({ seed, from: "2026-03-23", weeks: 2, bug })).breaches);
  expect(found.filter((one) => promise.test(one)).length, found.join("\n")).toBeGreaterThan(0);
});
