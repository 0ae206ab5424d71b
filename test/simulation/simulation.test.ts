import { describe, expect, test } from "vitest";
import { type Run, runSeed, runSeeds } from "./run-seeds.ts";

/** Of every run of the suite; `runSeeds` takes any other range for longer ones. */
const seeds = 500;
const first = 1000;
const atOnce = 50;
/** Seeds that once found something, in the product or in the simulation itself. They run first. */
const corpus = [13, 35, 127, 243, 315, 1159, 1264, 1382];

/** With a worker beside the pages, which sends what they left and settles nothing. */
const withWorkers = { first: 2000, seeds: 100, left: 150 };

describe("phones, servers and an admin keep every promise", () => {
  const total = new Map<string, number>();

  test("through the seeds that once found something", async () => {
    for (const seed of corpus) expect(told(await runSeed(seed))).toBe("");
  });

  test.each(Array.from({ length: seeds / atOnce }, (_, i) => first + i * atOnce))(
    `through the ${atOnce} seeds from %i`,
    async (from) => {
      const { broken, seen } = await runSeeds(from, from + atOnce);
      for (const [what, count] of Object.entries(seen)) total.set(what, (total.get(what) ?? 0) + count);
      expect(broken.map(told)).toEqual([]);
    },
  );

  test("with workers beside the pages, which had something to leave to them", async () => {
    const { first: from, seeds: count, left } = withWorkers;
    const { broken, seen } = await runSeeds(from, from + count, true);
    expect(broken.map(told)).toEqual([]);
    expect(seen.left).toBeGreaterThanOrEqual(left);
  });

  test("while faults struck often enough to prove something", () => {
    const wanted = {
      confirmed: 2000,
      planned: 1000,
      restores: 100,
      resets: 150,
      healed: 100,
      refused: 80,
      crashes: 400,
    };
    for (const [what, least] of Object.entries(wanted))
      expect(total.get(what), what).toBeGreaterThanOrEqual(least);
  });
});

test("a seed is the same run every time", async () => {
  for (const seed of [1, 2, 3, 4, 5]) expect((await runSeed(seed)).hash).toBe((await runSeed(seed)).hash);
});

function told({ seed, breach, trace }: Run): string {
  return breach === undefined ? "" : `seed ${seed}: ${breach}\n${trace.join("\n")}`;
}
