import type { Unit } from "./metric.ts";

/** "20.6%", "261", "1,204": the number alone, as its unit shows it; ratios as percent. "–" for no value. */
export function formatNumber(value: number | undefined, unit: Unit, locale?: string): string {
  if (value === undefined) return "–";
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: unit.scale === "count" ? 0 : unit.decimals,
    maximumFractionDigits: unit.decimals,
  };
  if (unit.scale === "ratio") options.style = "percent";
  return new Intl.NumberFormat(locale, options).format(value).replace("-", "−");
}

/** The number with its unit label behind it: "261 min / week". */
export function formatValue(value: number | undefined, unit: Unit, locale?: string): string {
  const number = formatNumber(value, unit, locale);
  return value === undefined || unit.label === "" || isCovered(unit) ? number : `${number} ${unit.label}`;
}

/** A unit whose label only repeats its scale ("%", "percent"). */
export function isCovered(unit: Unit): boolean {
  return unit.scale === "ratio" && /^(%|percent)$/i.test(unit.label);
}

/** A signed difference in words: "+5", "−0.4 points", "no change". */
export function formatDelta(delta: number, unit: Unit, locale?: string): string {
  const shown = unit.scale === "ratio" ? delta * 100 : delta;
  const size = 10 ** unit.decimals;
  const rounded = Math.round(shown * size) / size;
  if (rounded === 0) return "no change";
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: unit.decimals }).format(
    Math.abs(rounded),
  );
  const points = Math.abs(rounded) === 1 ? " point" : " points";
  return `${rounded > 0 ? "+" : "−"}${digits}${unit.scale === "ratio" ? points : ""}`;
}
