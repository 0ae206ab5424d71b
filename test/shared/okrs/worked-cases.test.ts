import { describe, expect, test } from "vitest";
import { objectiveProgress } from "../../../shared/okrs/objective-progress.ts";
import { breached, grade, progress, type Status, status } from "../../../shared/okrs/progress.ts";
import { beyondWords, milestoneWords, scoreNotes } from "../../../shared/okrs/progress-words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";

type KeyResult = RowOf<"key-result">;
/** A hundred days from 5 October; check-ins are weekly, on Mondays. */
const cycle = { startsOn: "2026-10-05", endsOn: "2027-01-13" };
const kr = (said: Partial<KeyResult>) =>
  ({ direction: "increase", commitment: "committed", weight: 1, state: "committed", ...said }) as KeyResult;
const checkIns = (said: readonly (number | string[])[], keyResultId = "kr") =>
  said.map(
    (one, week) =>
      ({
        ...{ id: `${keyResultId} ${week}`, keyResultId },
        at: `${addDays(cycle.startsOn, 7 * week)}T08:00:00.000Z`,
        occurrenceOn: addDays(cycle.startsOn, 7 * week),
        ...(typeof one === "number" ? { value: one } : { done: one }),
      }) as RowOf<"check-in">,
  );
const parts = (...weights: number[]) =>
  weights.map((weight, at) => ({ id: `m${at}`, title: `Part ${at}`, weight }));

/** Half of the cycle is over, and the week that closed last is answered by a seventh check-in. */
const half = addDays(cycle.startsOn, 50);
const closed = (weeks: number) =>
  Array.from({ length: weeks }, (_, week) => addDays(cycle.startsOn, 7 * week));
const standing = (keyResult: KeyResult, said: readonly (number | string[])[]): Status =>
  status({ keyResult, cycle, checkIns: checkIns(said), on: half, closedOccurrences: closed(said.length) });

interface Case {
  said: Partial<KeyResult>;
  values: readonly (number | string[])[];
  raw: number | null;
  score: number | null;
  band: string;
  status: Status;
  words?: string;
}
const aspirational = { commitment: "aspirational" } as const;
const up = { baseline: 20, target: 40 };
const down = { direction: "decrease", baseline: 40, target: 30 } as const;
const below = { direction: "stay-below", target: 0.6 } as const;

/** By hand from the formulas: (current − baseline) / (target − baseline), pace against a half, bands of the commitment. */
const cases: [string, Case][] = [
  ["raising", { said: up, values: [20, 29], raw: 0.45, score: 0.45, band: "red", status: "on-pace" }],
  [
    "raising, a hair under",
    { said: up, values: [28.99], raw: 0.4495, score: 0.4495, band: "red", status: "behind" },
  ],
  [
    "raising, 0.69",
    {
      said: { ...up, ...aspirational },
      values: [33.8],
      raw: 0.69,
      score: 0.69,
      band: "amber",
      status: "on-pace",
    },
  ],
  ["lowering", { said: down, values: [34], raw: 0.6, score: 0.6, band: "red", status: "on-pace" }],
  [
    "lowering, behind",
    {
      said: { ...down, ...aspirational },
      values: [36],
      raw: 0.4,
      score: 0.4,
      band: "amber",
      status: "behind",
    },
  ],
  [
    "lowering below zero",
    {
      said: { baseline: -10, target: -50 },
      values: [-20],
      raw: 0.25,
      score: 0.25,
      band: "red",
      status: "off-pace",
    },
  ],
  [
    "beyond the target",
    {
      said: up,
      values: [45.6],
      raw: 1.28,
      score: 1,
      band: "green",
      status: "on-pace",
      words: "128% of the way",
    },
  ],
  [
    "beyond a lower target",
    {
      said: down,
      values: [25],
      raw: 1.5,
      score: 1,
      band: "green",
      status: "on-pace",
      words: "150% of the way",
    },
  ],
  [
    "the wrong way",
    {
      said: up,
      values: [16],
      raw: -0.2,
      score: 0,
      band: "red",
      status: "off-pace",
      words: "moved the wrong way",
    },
  ],
  [
    "the wrong way up",
    {
      said: down,
      values: [41],
      raw: -0.1,
      score: 0,
      band: "red",
      status: "off-pace",
      words: "moved the wrong way",
    },
  ],
  [
    "baseline is target, met",
    { said: { baseline: 50, target: 50 }, values: [50], raw: 1, score: 1, band: "green", status: "on-pace" },
  ],
  [
    "baseline is target, surpassed",
    { said: { baseline: 50, target: 50 }, values: [80], raw: 1, score: 1, band: "green", status: "on-pace" },
  ],
  [
    "baseline is target, missed",
    { said: { baseline: 50, target: 50 }, values: [49.9], raw: 0, score: 0, band: "red", status: "off-pace" },
  ],
  [
    "baseline is a lower target, missed",
    { said: { ...down, target: 40 }, values: [41], raw: 0, score: 0, band: "red", status: "off-pace" },
  ],
  ["no check-in", { said: up, values: [], raw: null, score: null, band: "empty", status: "too-early" }],
  [
    "a limit kept three times of four",
    { said: below, values: [0.5, 0.6, 0.7, 0.4], raw: 0.75, score: 0.75, band: "red", status: "on-pace" },
  ],
  [
    "a limit breached now",
    { said: below, values: [0.5, 0.5, 0.5, 0.61], raw: 0.75, score: 0.75, band: "red", status: "off-pace" },
  ],
  [
    "a floor kept",
    {
      said: { direction: "stay-above", target: 99 },
      values: [99, 99.5],
      raw: 1,
      score: 1,
      band: "green",
      status: "on-pace",
    },
  ],
  [
    "milestones by weight",
    {
      said: { direction: "milestones", milestones: parts(1, 1, 3) },
      values: [["m0"], ["m1"]],
      raw: 0.4,
      score: 0.4,
      band: "red",
      status: "behind",
    },
  ],
  [
    "all milestones",
    {
      said: { direction: "milestones", milestones: parts(1, 3) },
      values: [["m0"], ["m1"]],
      raw: 1,
      score: 1,
      band: "green",
      status: "done",
    },
  ],
  [
    "no milestone yet",
    {
      said: { direction: "milestones", milestones: parts(1, 3) },
      values: [[]],
      raw: 0,
      score: 0,
      band: "red",
      status: "off-pace",
    },
  ],
];

describe("worked cases: progress, score, band and status in the middle of a cycle", () => {
  test.each(cases)("%s", (_name, { said, values, raw, score, band, status: word, words }) => {
    const keyResult = kr(said);
    const rows = checkIns(values);
    const made = progress(keyResult, rows);
    if (raw === null) expect(made).toBeNull();
    else expect(made!.raw).toBeCloseTo(raw, 12);
    const found = grade(keyResult, rows);
    if (score === null) expect(found.score).toBeNull();
    else expect(found.score).toBeCloseTo(score, 12);
    expect(found.band).toBe(band);
    expect(standing(keyResult, values)).toBe(word);
    expect(beyondWords(keyResult, made)).toBe(words);
  });

  test("without a check-in a closed week makes it no data, a later silence stale, a grade done", () => {
    const at = (keyResult: KeyResult, said: readonly number[]) =>
      status({ keyResult, cycle, checkIns: checkIns(said), on: half, closedOccurrences: closed(7) });
    expect(at(kr(up), [])).toBe("no-data");
    expect(at(kr(up), [20, 30, 38])).toBe("stale");
    expect(at(kr({ ...up, state: "graded" }), [])).toBe("done");
  });

  test("until fifteen percent of the cycle are over nothing is said of pace", () => {
    const on = (day: number) =>
      status({
        ...{ keyResult: kr(up), cycle, checkIns: checkIns([20]), closedOccurrences: [] },
        on: addDays(cycle.startsOn, day),
      });
    expect([on(14), on(15)]).toEqual(["too-early", "off-pace"]);
  });
});

test("an objective is the weighted mean of what has a value: limits never raise it, a breach and a gap are told", () => {
  const all = [
    kr({ ...up, id: "a", weight: 3 }),
    kr({ ...down, id: "b" }),
    kr({ ...up, id: "silent", weight: 9 }),
    kr({ ...below, id: "limit", weight: 9 }),
  ];
  const rows = [...checkIns([30], "a"), ...checkIns([34], "b"), ...checkIns([0.7], "limit")];
  const found = objectiveProgress(all, rows);
  expect(found.score).toBeCloseTo((3 * 0.5 + 0.6) / 4, 12);
  expect(found).toMatchObject({ partial: true, breached: true });
  expect(scoreNotes(found)).toEqual([
    "partial: a key result has no value",
    "what must stay kept is breached",
  ]);
  expect(breached(all[3]!, checkIns([0.6]))).toBe(false);
  expect(scoreNotes(objectiveProgress(all.slice(0, 2), rows))).toEqual([]);
});

test("milestones are told by their number, an amended one as it stands", () => {
  expect(milestoneWords(kr({ milestones: parts(1, 3) }), checkIns([["m1"]]))).toBe("1 of 2 milestones");
});

test("a hair beyond the target is not told as 100% of the way, nor one behind the baseline as wrong", () => {
  expect(beyondWords(kr(up), { raw: 1.004 })).toBeUndefined();
  expect(beyondWords(kr(up), { raw: -0.004 })).toBeUndefined();
});
