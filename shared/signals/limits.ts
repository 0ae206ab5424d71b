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

/** Limits of the values in their order; null below two values, which have no moving range. */
export function processLimits(values: readonly number[]): ProcessLimits | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  const movingRange = mean(values.slice(1).map((value, index) => Math.abs(value - values[index]!)));
  return {
    centre,
    lower: centre - perRange * movingRange,
    upper: centre + perRange * movingRange,
    movingRange,
    upperRange: rangeLimit * movingRange,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
