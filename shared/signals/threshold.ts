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

const known = new Map<string, number>();

/** The Student-t value with `df` degrees of freedom whose upper tail is the normal tail beyond `h`. */
export function threshold(h: number, df: number): number {
  const key = `${h} ${df}`;
  const value = known.get(key) ?? quantile(1 - normalTail(h), df);
  known.set(key, value);
  return value;
}
