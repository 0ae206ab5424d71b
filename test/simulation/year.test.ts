import { describe, expect, test } from "vitest";
import { bugs } from "./year/bugs.ts";
import { liveThrough, type Span } from "./year/span.ts";

/**
 * The year in four parts that overlap, each with a company founded anew: what a ledger of months costs to look through
 * would otherwise be most of the time. Quarters turn, and clocks change both ways, within parts and not between them.
 */
const parts: [string, Span][] = [
  ["the winter", { seed: 1, from: "2025-12-29", weeks: 13 }],
  [
    "the spring, in which clocks go forward in the north and back in the south",
    { seed: 2, from: "2026-03-09", weeks: 15 },
  ],
  ["the summer", { seed: 4, from: "2026-06-08", weeks: 15 }],
  ["the autumn, the other way round", { seed: 3, from: "2026-09-07", weeks: 16 }],
];

describe("sixty people in twelve zones, with push services in every weather", () => {
  test.each(parts)("%s: everything is said once, to whom and when it was right", async (name, span) => {
    const { breaches, counts } = await liveThrough(span);
    console.log(`${name}, seed ${span.seed}: ${JSON.stringify(counts)}`);
    expect(breaches).toEqual([]);
    expect(counts.said).toBeGreaterThan(span.weeks * 100);
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
