import type { Unit } from "../../shared/metrics/metric.ts";
import { formatValue, isCovered } from "../../shared/metrics/value.ts";

export { formatDelta, formatNumber, formatValue } from "../../shared/metrics/value.ts";

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

/** Free of binary dust. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}
