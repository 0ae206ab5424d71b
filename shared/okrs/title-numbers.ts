/** The two numbers a key result's title says, as a person wrote them: percent as 18, not 0.18. */
export interface TitleNumbers {
  baseline: number;
  target: number;
  isPercent: boolean;
  /** Of the more exactly written one. */
  decimals: number;
}

const number = String.raw`[-−]?\d+(?:[.,]\d+)?`;
const unit = String.raw`(?:\s?(%|percent|[€$£]|\p{L}{1,12}))?`;
const fromTo = new RegExp(
  String.raw`(?:from\s+)?[€$£]?(${number})${unit}\s*(?:to|->|→|–>)\s*[€$£]?(${number})${unit}`,
  "giu",
);

/**
 * Reads "from 18% to 26%", "2.1 → 3.5", "40 to 60 teams" out of a title. Undefined when there is none, more than one, or
 * a number that could be read two ways ("1,204").
 */
export function numbersIn(title: string): TitleNumbers | undefined {
  const found = [...title.matchAll(fromTo)];
  if (found.length !== 1) return undefined;
  const [, from = "", fromUnit = "", to = "", toUnit = ""] = found[0]!;
  const baseline = toNumber(from);
  const target = toNumber(to);
  if (baseline === undefined || target === undefined || baseline === target) return undefined;
  const isPercent = [fromUnit, toUnit].some((one) => /^(%|percent)$/i.test(one));
  return { baseline, target, isPercent, decimals: Math.max(decimalsOf(from), decimalsOf(to)) };
}

function toNumber(written: string): number | undefined {
  if (/,\d{3}$/.test(written)) return undefined;
  return Number(written.replace("−", "-").replace(",", "."));
}

function decimalsOf(written: string): number {
  return written.split(/[.,]/)[1]?.length ?? 0;
}
