import { describe, expect, test } from "vitest";
import { type RetroRows, retroOf, smallestSeen } from "../../../shared/reviews/retro.ts";
import { cannotSeparate, retroLines, verdictLine } from "../../../shared/reviews/retro-words.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { chanceOf } from "../../support/chance.ts";
import { quarterRetro } from "../../support/quarters.ts";

const flat = [0.5, -0.5];
const weekly = (values: readonly number[]) => ({
  readings: values.map((value, week) => ({ on: addDays("2026-01-05", 7 * week), value })),
  ...({ cadence: "weekly", scale: "value", goodDirection: "up" } as const),
});
/** Half up, half down, in an order that repeats nothing; `seed` gives each series its own. */
const wobbling = (weeks: number, at: (week: number) => number, seed = 3) => {
  const chance = chanceOf(seed);
  return weekly(Array.from({ length: weeks }, (_, week) => at(week) + chance.pick(flat)));
};
const rows = (changes: Partial<RetroRows>): RetroRows => ({
  cycle: { startsOn: "2026-03-30", endsOn: "2026-06-28" },
  input: wobbling(25, () => 100),
  northStar: wobbling(25, () => 200, 8),
  keyResults: [{ weight: 1, score: 0.8 }],
  seed: 1,
  ...changes,
});
const speech = {
  input: "Habit",
  star: "Listening",
  value: (one: number) => one.toFixed(0),
  number: (one: number) => one.toFixed(0),
  day: (on: string) => on,
};
const answers = (retro: ReturnType<typeof retroOf>) => retroLines(retro, speech).map((one) => one.answer);

describe("the smallest change that could have been seen", () => {
  test("agrees with the published powers of two means", () => {
    expect(smallestSeen(13, 13, flat)).toBeCloseTo(1.01, 2);
    expect(smallestSeen(26, 26, flat)).toBeCloseTo(0.7, 2);
  });

  test("is larger where neighbours are alike", () => {
    const alike = Array.from({ length: 40 }, (_, week) => Math.sin(week / 3));
    expect(smallestSeen(13, 13, alike)).toBeGreaterThan(1.8);
  });
});

describe("the four lines", () => {
  test("a quarter in which nothing moved cannot be told", () => {
    const retro = retroOf(rows({}));
    expect(retro).toMatchObject({
      verdict: "unproven",
      reached: { met: true, grade: 0.8 },
      input: { shifted: false },
    });
    expect(retro.star.against).toBe("inside");
    expect(verdictLine(retro)).toBe("Cannot tell with 13 weeks: the input did not shift.");
    expect(answers(retro)).toEqual([
      "1 of 1 graded, 0.80 weighted: they got there (0.70 counts).",
      "It made no lasting shift for the better in this cycle.",
      expect.stringMatching(/^It ended at \d+; .* indistinguishable from carrying on as before\.$/),
      "No evidence either way (25 weeks with both).",
      "With 12 readings before and 13 in the cycle, a lasting change of 1.3 times the usual scatter, four times in five.",
    ]);
  });

  test("a lasting step is a shift with its day; a single high reading is none", () => {
    const step = retroOf(rows({ input: wobbling(25, (week) => (week >= 16 ? 110 : 100)) }));
    expect(step.input).toMatchObject({ shifted: true, onset: "2026-04-27" });
    expect(step.input.sigmas).toBeGreaterThan(10);
    const spike = retroOf(rows({ input: wobbling(25, (week) => (week === 16 ? 120 : 100)) }));
    expect(spike.input).toEqual({ shifted: false });
  });

  test("a fall is the good way of an input that is to fall", () => {
    const falling = { ...wobbling(25, (week) => (week >= 16 ? 90 : 100)), goodDirection: "down" as const };
    expect(retroOf(rows({ input: falling })).input.shifted).toBe(true);
    expect(retroOf(rows({ input: { ...falling, goodDirection: "up" } })).input.shifted).toBe(false);
  });

  test("what happened before or long after the cycle is not the cycle's", () => {
    const cycle = { startsOn: "2026-05-18", endsOn: "2026-06-28" };
    expect(
      retroOf(rows({ cycle, input: wobbling(25, (week) => (week >= 10 ? 110 : 100)) })).input.shifted,
    ).toBe(false);
    const ended = { startsOn: "2026-03-30", endsOn: "2026-04-20" };
    const later = wobbling(25, (week) => (week >= 21 ? 220 : 200));
    expect(retroOf(rows({ cycle: ended, northStar: later })).star.shifted).toBe(false);
  });

  test("what was read in an expected dip is left out: a holiday of both is no order, and no end of the path", () => {
    const away = (away: number) => (week: number) => (week === away ? 40 : 0);
    const dips = [
      { from: "2026-02-02", to: "2026-02-15" },
      { from: "2026-06-22", to: "2026-06-28" },
    ];
    const input = wobbling(25, (week) => 100 - away(4)(week));
    const later = wobbling(25, (week) => 200 - away(5)(week), 8);
    const atTheEnd = wobbling(25, (week) => 200 - away(24)(week), 8);
    expect(retroOf(rows({ input, northStar: later })).order.verdict).toBe("early sign");
    expect(retroOf(rows({ northStar: atTheEnd })).star.against).toBe("worse");
    const marked = retroOf(rows({ input: { ...input, dips }, northStar: { ...later, dips } }));
    expect(marked.order.verdict).toBe("no evidence either way");
    expect(marked.sight).toMatchObject({ before: 10, within: 12 });
    expect(retroOf(rows({ northStar: { ...atTheEnd, dips: dips.slice(1) } })).star.against).toBe("inside");
  });

  test("key results without a grade, and inputs nobody moved, are said as they are", () => {
    const ungraded = retroOf(rows({ keyResults: [{ weight: 1, score: undefined }] }));
    expect(ungraded.reached).toEqual({ met: false, graded: 0, keyResults: 1 });
    expect(answers(ungraded)[0]).toBe("0 of 1 graded: nothing can be said.");
    expect(answers(retroOf(rows({ keyResults: [] })))[0]).toBe("No key result moved this input.");
  });

  test("without readings nothing is claimed", () => {
    const empty = retroOf(rows({ input: weekly([]), northStar: weekly([]) }));
    expect(empty.verdict).toBe("unproven");
    expect(answers(empty).slice(2)).toEqual([
      "Too few readings before the cycle to know its usual path (0 of 12).",
      "Not enough weeks: 0 of 13 with both.",
      "Nothing: 0 readings before and 0 in the cycle.",
    ]);
  });

  test("no words of theirs claim a cause", () => {
    const banned = /caus|drove|proved|impact|% (?:sure|confiden)/i;
    for (const terms of [
      { inputShift: 5, follows: 0.85, score: 0.9 },
      { inputShift: 5, follows: 0, score: 0.9 },
      { inputShift: 0, follows: 0, score: 0.2 },
    ])
      for (let seed = 0; seed < 6; seed += 1) {
        const retro = quarterRetro(seed, terms);
        for (const text of [verdictLine(retro), cannotSeparate, ...answers(retro)])
          expect(text).not.toMatch(banned);
      }
  });
});
