/**
 * The share of a Student-t distribution beyond `t`, for any positive, also fractional, degrees of freedom.
 * DLMF 8.17 with Abramowitz and Stegun 26.7.1: half of I(df / (df + t²); df/2, 1/2).
 */
export function upperTail(t: number, df: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (t === Number.NEGATIVE_INFINITY) return 1;
  const beyond = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? beyond : 1 - beyond;
}

/** The value that the given share (between 0 and 1) of a Student-t distribution lies below, by bisection. */
export function quantile(share: number, df: number): number {
  if (share === 0.5) return 0;
  if (share < 0.5) return -quantile(1 - share, df);
  let low = 0;
  let high = 1;
  for (let doubling = 0; doubling < 60 && upperTail(high, df) > 1 - share; doubling += 1) high *= 2;
  for (let halving = 0; halving < 120; halving += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle, df) > 1 - share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function I(x; a, b): the share of Beta(a, b) at or below x (0–1). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // DLMF 8.17.4: the fraction converges fast only on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return (front / a) * fraction(x, a, b);
}

/** The continued fraction of DLMF 8.17.22, by the modified Lentz method (Press et al., Numerical Recipes, §5.2). */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

/** Lanczos' approximation of ln Γ(x) for x > 0, with Godfrey's coefficients for g = 7. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = lanczos.slice(1).reduce((sum, one, index) => sum + one / (shifted + index + 1), lanczos[0]!);
  return Math.log(2 * Math.PI) / 2 + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}
