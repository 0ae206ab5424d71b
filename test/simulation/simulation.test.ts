import { expect, test } from "vitest";
import { runSeed, runSeeds } from "./run-seeds.ts";

/** Of every run of the suite; `npm run torture` goes on from here. */
const seeds = 500;
/** Seeds that once found something, in the product or in the simulation itself. They run first. */
const corpus = [13, 35, 127, 243, 315];

test("seeds that once found something find nothing now", async () => {
  for (const seed of corpus) expect(told(await runSeed(seed)), `seed ${seed}`).toBe("");
});

test(`phones, servers and an admin keep every promise through ${seeds} seeds of faults`, async () => {
  const { broken, seen } = await runSeeds(1000, 1000 + seeds);
  expect(broken.map(told)).toEqual([]);
  // Faults that never struck would prove nothing.
  expect(seen.confirmed).toBeGreaterThan(2000);
  expect(seen.restores).toBeGreaterThan(100);
  expect(seen.resets).toBeGreaterThan(100);
  expect(seen.healed).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(100);
  expect(seen.crashes).toBeGreaterThan(100);
});

test("a seed is the same run every time", async () => {
  for (const seed of [1, 2, 3, 4, 5]) expect((await runSeed(seed)).hash).toBe((await runSeed(seed)).hash);
});

function told({ seed, breach, trace }: Awaited<ReturnType<typeof runSeed>>): string {
  return breach === undefined ? "" : `seed ${seed}: ${breach}\n${trace.join("\n")}`;
}
