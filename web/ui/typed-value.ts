import type { Unit } from "../../shared/metrics/metric.ts";
import { clean } from "./value.ts";

/** The text a person edits: percent without its sign, no grouping, the locale's decimal sign. */
export function toTyped(value: number | undefined, unit: Unit, locale?: string): string {
  if (value === undefined) return "";
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: unit.scale === "count" ? 0 : unit.decimals,
    maximumFractionDigits: Math.max(unit.decimals, 0),
    numberingSystem: "latn",
  }).format(unit.scale === "ratio" ? clean(value * 100) : value);
}

/** The stored value of typed text (percent → 0–1), or undefined when it is not a number. Comma and point both work. */
export function fromTyped(text: string, unit: Unit, locale?: string): number | undefined {
  const decimal = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).format(1.5).includes(",")
    ? ","
    : ".";
  const group = decimal === "," ? "." : ",";
  let plain = text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\p{Cf}'’%٪]/gu, "")
    .replace("−", "-")
    .replace("٫", ".");
  const groups = plain.split(group);
  // "1,204" is a thousand in English, but a lone "20,6" from a foreign keypad is meant as a decimal.
  const grouped =
    groups.length > 2 || plain.includes(decimal) || (groups.length === 2 && groups[1]?.length === 3);
  plain = grouped ? groups.join("") : groups.join(decimal);
  plain = plain.replace(decimal, ".");
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  return unit.scale === "ratio" ? clean(value / 100) : value;
}

/**
 * How far one tap on − or + moves: a round number (1, 2 or 5 and zeros) of about a hundredth of the way from baseline to
 * target, never finer than what the unit shows. In stored terms: 0.001 is a tenth of a percent.
 */
export function stepOf(unit: Unit, span?: number): number {
  const finest = 10 ** -unit.decimals;
  const wide = Math.abs(unit.scale === "ratio" ? (span ?? 0) * 100 : (span ?? 0)) / 100;
  let step = finest;
  for (let power = finest; step < wide; power *= 10)
    step = [power, 2 * power, 5 * power, 10 * power].find((one) => one >= wide) ?? 10 * power;
  return clean(unit.scale === "ratio" ? step / 100 : step);
}

/** Moves by a step and lands on it, free of binary dust: 0.206 + 0.001 is 0.207. */
export function stepped(value: number, step: number): number {
  return clean(value + step);
}
