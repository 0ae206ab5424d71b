import type { Unit } from "../../shared/metrics/metric.ts";
import { formatValue, isCovered } from "../../shared/metrics/value.ts";

export { formatNumber, formatValue } from "../../shared/metrics/value.ts";

/** A value somebody chose, without zeros that say nothing: "26%", not "26.0%". */
export function formatGoal(value: number | undefined, unit: Unit, locale?: string): string {
  const shown = value === undefined ? 0 : unit.scale === "ratio" ? clean(value * 100) : value;
  let decimals = 0;
  while (decimals < unit.decimals && clean(shown * 10 ** decimals) % 1 !== 0) decimals += 1;
  return formatValue(value, { ...unit, decimals }, locale);
}

/** What is said beside a typed number: "percent" for a ratio, else the unit's label. */
export function unitWord(unit: Unit): string {
  if (unit.scale !== "ratio") return unit.label;
  return unit.label === "" || isCovered(unit) ? "percent" : `percent ${unit.label}`;
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
  return `${rounded > 0 ? "+" : "−"}${digits}${unit.scale === "ratio" ? " points" : ""}`;
}

/** Free of binary dust. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}
