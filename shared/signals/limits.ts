import { mean, median } from "./statistics.ts";

/** The classic XmR view of a series: individual values with their moving range. */
export interface ProcessLimits {
  centre: number;
  lower: number;
  upper: number;
  /** Mean absolute difference of neighbours. */
  movingRange: number;
  upperRange: number;
}

/** Shewhart's constants for ranges of two: 3 / 1.128, rounded as published, and D4. */
const perRange = 2.66;
const rangeLimit = 3.268;
const perMedianRange = 3.145;
const medianRangeLimit = 3.865;

/** Limits of the values in their order; null below two values, which have no moving range. */
export function processLimits(values: readonly number[]): ProcessLimits | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  const movingRange = mean(rangesOf(values));
  return {
    centre,
    lower: centre - perRange * movingRange,
    upper: centre + perRange * movingRange,
    movingRange,
    upperRange: rangeLimit * movingRange,
  };
}

/** The same with medians, which single outliers do not widen; with their own constants (Wheeler). Null as above. */
export function medianLimits(values: readonly number[]): ProcessLimits | null {
  if (values.length < 2) return null;
  const centre = median(values);
  const movingRange = median(rangesOf(values));
  return {
    centre,
    lower: centre - perMedianRange * movingRange,
    upper: centre + perMedianRange * movingRange,
    movingRange,
    upperRange: medianRangeLimit * movingRange,
  };
}

function rangesOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - values[index]!));
}
