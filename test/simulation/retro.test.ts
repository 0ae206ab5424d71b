import { describe, expect, test } from "vitest";
import { quarterRetro } from "../support/quarters.ts";

function shares(count: number, of: (seed: number) => { verdict: string }) {
  const counted = { confirmed: 0, unproven: 0, refuted: 0 };
  for (let seed = 0; seed < count; seed += 1) counted[of(seed).verdict as keyof typeof counted] += 1;
  const share = (n: number) => n / count;
  return {
    confirmed: share(counted.confirmed),
    unproven: share(counted.unproven),
    refuted: share(counted.refuted),
  };
}

describe("a look back at made-up quarters", { timeout: 120_000 }, () => {
  test("where nothing is related, at most one in twenty is called confirmed, whatever the grades", () => {
    const nothing = shares(1000, (seed) => quarterRetro(seed, { inputShift: 0, follows: 0, score: 0.9 }));
    const alone = shares(200, (seed) => quarterRetro(seed, { inputShift: 4, follows: 0, score: 0.9 }));
    console.info("retro, nothing related:", nothing, "input shifts alone:", alone);
    expect(nothing.confirmed).toBeLessThanOrEqual(0.05);
    expect(alone.confirmed).toBeLessThanOrEqual(0.05);
    expect(alone.refuted).toBeLessThanOrEqual(0.05);
  });

  test("where the star follows closely, most are confirmed, and none where the key results fell short", () => {
    const strong = shares(100, (seed) => quarterRetro(seed, { inputShift: 5, follows: 0.85, score: 0.9 }));
    const missed = shares(30, (seed) => quarterRetro(seed, { inputShift: 5, follows: 0.85, score: 0.5 }));
    console.info("retro, star follows:", strong, "key results fell short:", missed);
    expect(strong.confirmed).toBeGreaterThanOrEqual(0.6);
    expect(strong.refuted).toBeLessThanOrEqual(0.05);
    expect(missed).toEqual({ confirmed: 0, unproven: 1, refuted: 0 });
  });
});
