import type { Unit } from "./metric.ts";
import { formatNumber } from "./value.ts";

/** From the first on a number is too long to be read at a glance; from the second, words for its size run out. */
const long = 1e7;
const wordless = 1e15;

/** The number as it stands big on a screen: "1,204", but "12.35M" where all its digits would not fit or be read. */
export function formatFigure(value: number | undefined, unit: Unit, locale?: string): string {
  const size = Math.abs(value ?? 0) * (unit.scale === "ratio" ? 100 : 1);
  if (value === undefined || size < long) return formatNumber(value, unit, locale);
  const options: Intl.NumberFormatOptions = {
    notation: size < wordless ? "compact" : "scientific",
    maximumSignificantDigits: 4,
  };
  if (unit.scale === "ratio") options.style = "percent";
  return new Intl.NumberFormat(locale, options).format(value).replace("-", "−");
}
