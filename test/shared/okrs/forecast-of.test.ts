import { describe, expect, test } from "vitest";
import { type Outlook, outlookAgainst, outlookOf } from "../../../shared/okrs/forecast-of.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";

const cycle = { startsOn: "2026-10-01", endsOn: "2026-12-31", state: "running" } as const;
const keyResult = (more: Partial<RowOf<"key-result">> = {}) =>
  ({
    ...{ id: "finishes", state: "committed", commitment: "committed", direction: "increase" },
    ...{ baseline: 10, target: 23, unit: { label: "", scale: "value", decimals: 0 } },
    ...more,
  }) as RowOf<"key-result">;
const weekly = (...values: (number | undefined)[]) =>
  values.map(
    (value, index) =>
      ({
        ...{ id: `c${index}`, keyResultId: "finishes", occurrenceOn: addDays("2026-10-08", 7 * index) },
        ...{ at: `${addDays("2026-10-08", 7 * index)}T09:00:00.000Z`, confidence: 5, value },
      }) as RowOf<"check-in">,
  );
const on = "2026-11-05";
const steady = weekly(11, 12, 13, 14, 15);
const outlook = (kr = keyResult(), said = steady, day = on) => outlookOf(kr, cycle, said, [], day);

describe("where a key result will end", () => {
  test("is said from four check-ins with a value on, and not before", () => {
    expect(outlook(undefined, weekly(11, 12, 13))).toBeUndefined();
    expect(outlook(undefined, weekly(11, undefined, 12, 13))).toBeUndefined();
    expect(outlook(undefined, weekly(11, 12, 13, 14))).toBeDefined();
  });

  test("goes on from the baseline at the cycle's start to its end", () => {
    const found = outlook(undefined, weekly(11, 12.2, 12.9, 14.1, 15))!;
    expect(found.weeks).toBe(5);
    expect(found.mean).toBeGreaterThan(22.5);
    expect(found.mean).toBeLessThan(23.5);
    expect(found.low).toBeLessThan(found.mean);
    expect(found.high).toBeGreaterThan(found.mean);
  });

  test("is not said of milestones, drafts, what has no target, or after the end", () => {
    expect(outlook(keyResult({ direction: "milestones" }))).toBeUndefined();
    expect(outlook(keyResult({ state: "draft" }))).toBeUndefined();
    expect(outlook(keyResult({ target: undefined }))).toBeUndefined();
    expect(outlook(undefined, undefined, "2027-01-01")).toBeUndefined();
    expect(outlookOf(keyResult(), { ...cycle, state: "closed" }, steady, [], on)).toBeUndefined();
  });

  test("leans on how past key results ended, by the grade people gave", () => {
    const graded = (score: number, adjusted?: number) => ({ grade: { score, adjusted } }) as never;
    const lucky = outlookOf(keyResult(), cycle, steady, [graded(1), graded(0.2, 1), graded(1)], on)!;
    const unlucky = outlookOf(keyResult(), cycle, steady, [graded(0), graded(1, 0.4), graded(0)], on)!;
    expect(lucky.probability).toBeGreaterThan(unlucky.probability);
    expect(lucky.raw).toBe(unlucky.raw);
  });

  test("of an aspirational one says also how likely 70% of the way is", () => {
    const found = outlook(keyResult({ commitment: "aspirational", target: 40 }))!;
    expect(found.stretch?.value).toBe(31);
    expect(found.stretch!.probability).toBeGreaterThanOrEqual(found.probability);
    expect(outlook()!.stretch).toBeUndefined();
  });

  test("takes the amended value and leaves a retracted check-in out", () => {
    const taken = { ...steady[4]!, id: "x", amends: "c4", at: `${on}T10:00:00.000Z`, retracted: true };
    expect(outlook(undefined, [...steady, taken as RowOf<"check-in">])).toEqual(
      outlook(undefined, steady.slice(0, 4)),
    );
  });
});

test("pace and forecast are held against each other and never blended", () => {
  const of = (probability: number) => ({ probability }) as Outlook;
  expect(outlookAgainst("on-pace", of(0.3))).toBe("worse");
  expect(outlookAgainst("on-pace", of(0.5))).toBeUndefined();
  expect(outlookAgainst("behind", of(0.7))).toBe("better");
  expect(outlookAgainst("off-pace", of(0.1))).toBeUndefined();
  expect(outlookAgainst("stale", of(0.9))).toBeUndefined();
});
