import { expect, test } from "vitest";
import { runSeed } from "./run-seeds.ts";
import type { Bug } from "./sim.ts";

/** A simulation that does not find these would find nothing else either: bug, the promise it breaks, seeds allowed. */
const planted: [Bug, RegExp, number][] = [
  ["drop the tag check", /I[149]/, 80],
  ["delete from the outbox before the result", /I1/, 20],
  ["advance the cursor early", /I4/, 20],
  ["treat 500 as a rejection", /I8/, 60],
  ["split a revision across pages", /I4/, 30],
  ["acknowledge before the commit", /I1/, 30],
  ["skip the purge on removal", /I5/, 40],
  ["forget what the worker left", /I7/, 80],
];

test.each(planted)("a bug is found: %s", async (bug, promise, seeds) => {
  let found: string | undefined;
  for (let seed = 0; seed < seeds && !(found && promise.test(found)); seed += 1)
    found = (await runSeed(seed, [bug], bug.includes("worker"))).breach ?? found;
  expect(found).toMatch(promise);
});
