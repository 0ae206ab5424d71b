import { quantile } from "./student-t.ts";

/**
 * The upper tail of the normal distribution, to a relative 1e-12 where thresholds lie (h of 2 to 6): the continued
 * fraction of Mills' ratio (Abramowitz and Stegun 26.2.14).
 */
function normalTail(h: number): number {
  let ratio = h;
  for (let k = 200; k >= 1; k -= 1) ratio = h + k / ratio;
  return Math.exp((-h * h) / 2) / Math.sqrt(2 * Math.PI) / ratio;
}

/** By height, then by degrees of freedom: a detector asks for few heights and for few degrees over and over. */
const known = new Map<number, Map<number, number>>();

/** The Student-t value with `df` degrees of freedom whose upper tail is the normal tail beyond `h`. */
export function threshold(h: number, df: number): number {
  const row = known.get(h) ?? new Map<number, number>();
  known.set(h, row);
  const value = row.get(df) ?? quantile(1 - normalTail(h), df);
  row.set(df, value);
  return value;
}
