import { quantile, upperTail } from "../signals/student-t.ts";

/** A value at a week of the cycle, counted from its start; the baseline may be week 0, and a week may be a fraction. */
export interface Point {
  week: number;
  value: number;
}

export interface Question {
  target: number;
  goodDirection: "up" | "down";
  /** The week the target is to be met in. */
  endWeek: number;
  /** The chance before anything is known, 0–1: `priorFrom`. */
  prior?: number | undefined;
  /** Ratios are computed on the logit; of a count the interval ends at 0. */
  scale?: "value" | "ratio" | "count" | undefined;
}

export interface Forecast {
  /** The chance to meet the target, 0–1: pulled toward the prior, not rounded. */
  probability: number;
  /** The same before the pull. */
  raw: number;
  /** Where it will most likely end, in the unit of the values. */
  mean: number;
  /** On the scale it was computed on: of a ratio, its logit. */
  sd: number;
  df: number;
  /** The 80 % interval, in the unit of the values. */
  low: number;
  high: number;
  /** How many weeks it rests on. */
  weeks: number;
}

/** Nothing is said before so many points. */
export const fewestPoints = 4;
/** What a company without a past may expect of a key result. */
export const defaultPrior = 0.4;

/**
 * Where a key result ends, and how likely it meets its target, if the coming weeks behave like the past ones: a random
 * walk with drift and Student-t spread. Null under four points. Of two points of one week the later one counts.
 */
export function forecast(points: readonly Point[], question: Question): Forecast | null {
  const scale = scales[question.scale ?? "value"];
  const series = inOrder(points).map(({ week, value }) => ({ week, value: scale.into(value) }));
  if (series.length < fewestPoints) return null;
  const [first, last] = [series[0]!, series.at(-1)!];
  const weeks = last.week - first.week;
  const n = series.length - 1;
  const drift = (last.value - first.value) / weeks;
  const squares = series.slice(1).map((point, index) => {
    const gap = point.week - series[index]!.week;
    return (point.value - series[index]!.value - drift * gap) ** 2 / gap;
  });
  const left = Math.max(0, question.endWeek - last.week);
  const mean = last.value + left * drift;
  const variance = squares.reduce((sum, one) => sum + one, 0) / (n - 1);
  const sd = Math.sqrt(variance * (left + left ** 2 / weeks));
  const df = n - 1;
  const raw = chance(mean, sd, df, scale.into(question.target), question.goodDirection);
  const prior = question.prior ?? defaultPrior;
  const spread = quantile(0.9, df) * sd;
  return {
    probability: prior + ((raw - prior) * n) / (n + 1),
    raw,
    mean: scale.outOf(mean),
    sd,
    df,
    low: scale.outOf(mean - spread),
    high: scale.outOf(mean + spread),
    weeks,
  };
}

/** The share of key results that were hit in the past, pulled toward 0.4 while there are few. */
export function priorFrom(hits: number, keyResults: number): number {
  return (hits + 2) / (keyResults + 5);
}

/** What counts as good enough of an aspirational key result: 70 % of the way. */
export function stretchOf(baseline: number, target: number): number {
  return baseline + 0.7 * (target - baseline);
}

function chance(mean: number, sd: number, df: number, target: number, good: Question["goodDirection"]) {
  const missing = good === "up" ? target - mean : mean - target;
  if (sd === 0) return missing <= 0 ? 1 : 0;
  return upperTail(missing / sd, df);
}

function inOrder(points: readonly Point[]): Point[] {
  const byWeek = new Map<number, Point>();
  for (const point of points)
    if (Number.isFinite(point.week) && Number.isFinite(point.value)) byWeek.set(point.week, point);
  return [...byWeek.values()].sort((a, b) => a.week - b.week);
}

/** A share of 0 or 1 has no logit; this close to either is close enough. */
const edge = 0.001;
const logit = (share: number) => {
  const within = Math.min(1 - edge, Math.max(edge, share));
  return Math.log(within / (1 - within));
};
const same = (value: number) => value;

const scales = {
  value: { into: same, outOf: same },
  ratio: { into: logit, outOf: (value: number) => 1 / (1 + Math.exp(-value)) },
  count: { into: same, outOf: (value: number) => Math.max(0, value) },
};
