import { describe, expect, test } from "vitest";
import { bugs } from "./year/bugs.ts";
import { liveThrough, type Span } from "./year/span.ts";

/** All of it in one piece: four quarters turn, and clocks change both ways in both hemispheres. */
const year: Span = { seed: 1, from: "2025-12-29", weeks: 52 };
const patience = 300_000;

describe("sixty people in twelve zones, with push services in every weather", () => {
  test(
    "a year: everything is said once, to whom and when it was right",
    async () => {
      const { breaches, counts } = await liveThrough(year);
      console.log(`a year, seed ${year.seed}: ${JSON.stringify(counts)}`);
      expect(breaches).toEqual([]);
      expect(counts.said).toBeGreaterThan(year.weeks * 100);
    },
    patience,
  );
});

/** A checker that does not find these would find nothing else either. */
const most = 3;

test.each(Object.entries(bugs))("a bug is found: %s", async (_, { bug, promise }) => {
  const found: string[] = [];
  for (let seed = 0; seed < most && !found.some((one) => promise.test(one)); seed += 1)
    found.push(...(await liveThrough({ seed, from: "2026-03-23", weeks: 2, bug })).breaches);
  expect(found.filter((one) => promise.test(one)).length, found.join("\n")).toBeGreaterThan(0);
});
