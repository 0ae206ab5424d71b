import type { Series } from "./detect.ts";

/** Whether a day lies in a dip people expected, both ends included: what was read then is set aside. */
export function isInDip(on: string, dips: Series["dips"] = []): boolean {
  return dips.some((one) => on >= one.from && on <= one.to);
}

/** A series without what was read in expected dips; those periods are missing, not filled. */
export function withoutDips(series: Series): Series {
  const { readings, dips = [] } = series;
  return dips.length === 0
    ? series
    : { ...series, readings: readings.filter((one) => !isInDip(one.on, dips)) };
}
