import { describe, expect, test } from "vitest";
import { leadCheck } from "../../../shared/metrics/lead.ts";
import { seeded } from "../../../shared/metrics/seeded.ts";

/** Steps of a random walk, roughly normal. */
function walk(random: () => number, weeks: number): number[] {
  let at = 100;
  return Array.from({ length: weeks }, () => {
    at += Array.from({ length: 6 }, random).reduce((sum, one) => sum + one, -3);
    return at;
  });
}

/** A star whose changes repeat the input's `lag` weeks later, mixed with its own by `own`. */
function following(input: readonly number[], lag: number, own: number, random: () => number): number[] {
  const noise = walk(random, input.length);
  return input.map((_, week) => {
    const earlier = week >= lag ? input[week - lag]! : input[0]!;
    return earlier + own * noise[week]!;
  });
}

describe("whether an input moves first", () => {
  test("nothing is said under 13 weeks in which both were read", () => {
    const random = seeded(1);
    const input = walk(random, 30);
    const star = walk(random, 30).map((one, week) => (week % 3 === 0 ? one : null));
    expect(leadCheck(input, star, { seed: 1 })).toEqual({ verdict: "not enough weeks", readings: 10 });
    expect(leadCheck([], [], { seed: 1 })).toEqual({ verdict: "not enough weeks", readings: 0 });
  });

  test("a close follower is found with its lag, and only an early sign under 26 weeks", () => {
    const random = seeded(2);
    const input = walk(random, 52);
    const star = following(input, 2, 0.2, random);
    expect(leadCheck(input, star, { seed: 7 })).toMatchObject({
      verdict: "tends to move first",
      lag: 2,
      readings: 52,
    });
    const short = leadCheck(input.slice(0, 20), star.slice(0, 20), { seed: 7 });
    expect(short).toMatchObject({ verdict: "early sign", lag: 2, readings: 20 });
    expect(short.low!).toBeLessThan(short.r!);
    expect(short.high!).toBeGreaterThan(short.r!);
  });

  test("an input that is good when it falls is expected to go against the star", () => {
    const random = seeded(3);
    const input = walk(random, 39);
    const star = following(input, 1, 0.2, random).map((one) => -one);
    expect(leadCheck(input, star, { seed: 1 }).verdict).toBe("no evidence either way");
    const opposite = leadCheck(input, star, { seed: 1, expect: "opposite" });
    expect(opposite).toMatchObject({ verdict: "tends to move first", lag: 1 });
    expect(opposite.r!).toBeLessThan(-0.8);
  });

  test("the order matters: a star that moves first is no evidence for the input", () => {
    const random = seeded(4);
    const star = walk(random, 39);
    const input = following(star, 2, 0.2, random);
    expect(leadCheck(input, star, { seed: 1 }).verdict).toBe("no evidence either way");
  });

  test("what never changes, and two lines that only grow, say nothing", () => {
    const flat = Array.from({ length: 30 }, () => 5);
    const grows = flat.map((_, week) => week);
    expect(leadCheck(flat, grows, { seed: 1 })).toEqual({ verdict: "no evidence either way", readings: 30 });
    expect(leadCheck(grows, grows, { seed: 1 }).verdict).toBe("no evidence either way");
  });

  test("from 40 weeks on the two halves must agree on the lag", () => {
    const random = seeded(5);
    const input = walk(random, 60);
    const early = following(input, 1, 0.1, random).slice(0, 30);
    const late = following(input, 4, 0.1, random).slice(30);
    expect(leadCheck(input, [...early, ...late], { seed: 1 }).verdict).toBe("no evidence either way");
  });

  test("the same seed gives the same answer", () => {
    const random = seeded(6);
    const [input, star] = [walk(random, 30), walk(random, 30)];
    expect(leadCheck(input, star, { seed: 5 })).toEqual(leadCheck(input, star, { seed: 5 }));
  });

  test("unrelated walks are seldom called a lead, true ones mostly", () => {
    const random = seeded(7);
    let [wrong, right] = [0, 0];
    for (let pair = 0; pair < 100; pair += 1) {
      const input = walk(random, 26);
      if (leadCheck(input, walk(random, 26), { seed: pair }).verdict === "tends to move first") wrong += 1;
      const star = following(input, 2, 0.6, random);
      if (leadCheck(input, star, { seed: pair }).verdict === "tends to move first") right += 1;
    }
    console.info(`lead check, 26 weeks: ${wrong} of 100 unrelated, ${right} of 100 related`);
    expect(wrong).toBeLessThanOrEqual(4);
    expect(right).toBeGreaterThanOrEqual(80);
  });
});
