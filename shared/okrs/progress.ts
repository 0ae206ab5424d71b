import { type Standing, standing } from "../check-ins/history.ts";
import { answers } from "../check-ins/occurrence.ts";
import type { RowOf } from "../sync/mutation.ts";
import { daysBetween } from "../time/local-date.ts";
import type { Cycle } from "./cycle.ts";
import type { KeyResult } from "./key-result.ts";

export type Status = "done" | "no-data" | "stale" | "too-early" | "on-pace" | "behind" | "off-pace";

export interface Progress {
  /** Unclamped: 1.28 is beyond the target, below 0 it moved the wrong way. */
  raw: number;
  /** 0–1, as a bar shows it and a score counts it. */
  shown: number;
  score: number;
}

type Measured = Pick<KeyResult, "direction" | "baseline" | "target" | "milestones">;
type Span = Pick<Cycle, "startsOn" | "endsOn">;

/** Under this share of the cycle nothing is said about pace. */
export const tooEarly = 0.15;
const onPace = 0.9;
const behind = 0.7;
/** A bound reached but for the last bits of a division is reached. */
const rounding = 1e-9;

/** How far a key result is by its check-ins, amendments folded in; null while there is nothing to compute it from. */
export function progress(keyResult: Measured, checkIns: readonly RowOf<"check-in">[]): Progress | null {
  return progressBy(keyResult, standing(checkIns));
}

function progressBy(keyResult: Measured, said: readonly Standing[]): Progress | null {
  const raw = rawProgress(keyResult, said);
  if (raw === null) return null;
  const shown = Math.min(1, Math.max(0, raw));
  return { raw, shown, score: shown };
}

/** The last value said, and when; undefined before the first. */
export function current(checkIns: readonly RowOf<"check-in">[]): number | undefined {
  return values(standing(checkIns)).at(-1);
}

/** Where progress should be on a day, 0–1: linear over the cycle. What must stay kept is expected in full. */
export function expected(keyResult: Pick<KeyResult, "direction">, cycle: Span, on: string): number {
  return isLimit(keyResult) ? 1 : elapsed(cycle, on);
}

/** The share of the cycle that is over on a day, 0–1. */
export function elapsed({ startsOn, endsOn }: Span, on: string): number {
  const length = daysBetween(startsOn, endsOn);
  if (length <= 0) return on >= endsOn ? 1 : 0;
  return Math.min(1, Math.max(0, daysBetween(startsOn, on) / length));
}

/** Progress compared with what is expected: 1 is exactly on pace. Where nothing is expected yet, so is any progress. */
export function pace(made: Progress | number, expectedByNow: number): number {
  const shown = typeof made === "number" ? made : made.shown;
  return expectedByNow > 0 ? shown / expectedByNow : 1;
}

/**
 * The status of a key result on a day: the first that applies, in the order of the type. `closedOccurrences` are the
 * ones it owed whose window is over (`closedOccurrences` in check-ins/owed.ts), or just their due days.
 */
export function status(about: {
  keyResult: Measured & Pick<KeyResult, "state">;
  cycle: Span;
  checkIns: readonly RowOf<"check-in">[];
  on: string;
  closedOccurrences: readonly (string | { dueOn: string })[];
}): Status {
  const { keyResult, cycle, checkIns, on, closedOccurrences } = about;
  const said = standing(checkIns);
  const made = progressBy(keyResult, said);
  const allDone = keyResult.direction === "milestones" && made !== null && made.raw >= 1 - rounding;
  if (keyResult.state === "graded" || allDone) return "done";
  const closed = closedOccurrences.map((one) => (typeof one === "string" ? one : one.dueOn)).sort();
  const latest = closed.at(-1);
  if (latest !== undefined) {
    if (said.length === 0) return "no-data";
    if (!said.some((one) => answers(one.original.occurrenceOn, latest))) return "stale";
  }
  if (elapsed(cycle, on) < tooEarly || made === null) return "too-early";
  if (isLimit(keyResult)) return breached(keyResult, checkIns) ? "off-pace" : "on-pace";
  const compared = pace(made, expected(keyResult, cycle, on)) + rounding;
  if (compared >= onPace) return "on-pace";
  return compared >= behind ? "behind" : "off-pace";
}

/** Whether what must stay above or below its target is on the wrong side of it now. */
export function breached(keyResult: Measured, checkIns: readonly RowOf<"check-in">[]): boolean {
  const value = current(checkIns);
  return isLimit(keyResult) && value !== undefined && !meets(keyResult, value);
}

/** The ids of the milestones done so far; what was done once is done, until its check-in is amended or taken back. */
export function milestonesDone(checkIns: readonly RowOf<"check-in">[]): Set<string> {
  return doneBy(standing(checkIns));
}

function doneBy(said: readonly Standing[]): Set<string> {
  return new Set(said.flatMap((one) => one.latest.done ?? []));
}

export type Band = "green" | "amber" | "red" | "empty";

/** The score at close, 0–1 and unrounded, with its band; `null` and "empty" where there is nothing to score. */
export function grade(
  keyResult: Measured & Pick<KeyResult, "commitment">,
  checkIns: readonly RowOf<"check-in">[],
): { score: number | null; band: Band } {
  const made = progress(keyResult, checkIns);
  return made === null
    ? { score: null, band: "empty" }
    : { score: made.score, band: bandOf(made.score, keyResult.commitment) };
}

/** The band of a score: what was committed is expected in full, what was aspired to is good at 0.7. */
export function bandOf(score: number, commitment: KeyResult["commitment"]): Exclude<Band, "empty"> {
  const [green, amber] = commitment === "committed" ? [1, 0.9] : [0.7, 0.4];
  if (score + rounding >= green) return "green";
  return score + rounding >= amber ? "amber" : "red";
}

function rawProgress(keyResult: Measured, said: readonly Standing[]): number | null {
  const { direction, baseline, target, milestones } = keyResult;
  if (direction === "milestones") {
    const total = weightOf(milestones ?? []);
    if (total === 0 || said.length === 0) return null;
    const done = doneBy(said);
    return weightOf(milestones!.filter((one) => done.has(one.id))) / total;
  }
  const measured = values(said);
  const last = measured.at(-1);
  if (target === undefined || last === undefined) return null;
  if (isLimit(keyResult)) return measured.filter((value) => meets(keyResult, value)).length / measured.length;
  if (baseline === undefined) return null;
  if (baseline === target) return meets(keyResult, last) ? 1 : 0;
  return (last - baseline) / (target - baseline);
}

function meets({ direction, target = 0 }: Measured, value: number): boolean {
  return direction === "increase" || direction === "stay-above" ? value >= target : value <= target;
}

function isLimit({ direction }: Pick<KeyResult, "direction">): boolean {
  return direction === "stay-above" || direction === "stay-below";
}

function values(said: readonly Standing[]): number[] {
  return said.map((one) => one.latest.value).filter((value) => value !== undefined);
}

function weightOf(milestones: readonly { weight: number }[]): number {
  return milestones.reduce((sum, one) => sum + one.weight, 0);
}
