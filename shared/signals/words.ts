import type { Metric } from "../metrics/metric.ts";
import { formatNumber, formatValue } from "../metrics/value.ts";
import { dayWords } from "../time/day-words.ts";
import { daysBetween } from "../time/local-date.ts";
import type { Anomaly } from "./anomaly.ts";
import type { Series } from "./detect.ts";

type Told = Pick<Anomaly, "rule" | "on" | "onset" | "crossings" | "direction" | "value" | "expected">;

/** What the anomaly's series is called and measured in. */
export interface Named {
  name: string;
  unit: Metric["unit"];
  cadence: Series["cadence"];
  locale?: string | undefined;
}

/** The head of a message about an anomaly. */
export function anomalyTitle({ adverse }: Pick<Anomaly, "adverse">, name: string): string {
  return adverse ? `Unusual: ${name}` : `Worth knowing why: ${name}`;
}

/** Where it lies, in a word beside a number: "below its floor". */
export function placeWords({ rule, direction }: Pick<Told, "rule" | "direction">): string {
  if (rule === "floor") return "below its floor";
  if (rule === "ceiling") return "above its ceiling";
  if (rule === "stall") return "standing still";
  return `${direction === "up" ? "above" : "below"} its range`;
}

/**
 * What happened, in the series' own numbers: "Activation fell to 31 %. Recent weeks ran 36–42 %." Says what was read and
 * what was usual; never why.
 */
export function anomalyWords(anomaly: Told, about: Named): string {
  const { rule, value, expected, direction } = anomaly;
  const { name, unit, cadence, locale } = about;
  const full = (number: number) => formatValue(number, unit, locale);
  const moved = direction === "up" ? "rose" : "fell";
  switch (rule) {
    case "last-1":
      return `${name} ${moved} to ${full(value)}. Recent ${plural[cadence]} ran ${between(expected, about)}.`;
    case "floor":
    case "ceiling":
      return `${name} ${moved} to ${full(value)}, ${placeWords(anomaly)} of ${full(expected.centre)}.${swing(anomaly, locale)}`;
    case "stall":
      return `${name} has stood still for ${lengthOf(anomaly, cadence)}, at ${full(value)}. On its earlier path it would be at about ${full(expected.centre)}.`;
    default:
      return `${name}: the last ${runOf(rule)} ${plural[cadence]} average ${shift(anomaly, about)}.`;
  }
}

/** The signal rule that fired, in words that need no statistics. */
export function ruleWords(rule: Anomaly["rule"], cadence: Series["cadence"]): string {
  switch (rule) {
    case "last-1":
      return `A single ${singular[cadence]} outside its usual range`;
    case "floor":
      return "A reading below the floor";
    case "ceiling":
      return "A reading above the ceiling";
    case "stall":
      return "No growth any more after a time of growth";
    default:
      return `The mean of the last ${runOf(rule)} ${plural[cadence]} left its usual range`;
  }
}

/** What was expected instead: a range, a limit, or where a path led. A run may leave its range where no reading does. */
export function expectedWords(
  { rule, expected }: Pick<Told, "rule" | "expected">,
  about: Scaled & Pick<Named, "cadence">,
): string {
  const centre = formatValue(expected.centre, about.unit, about.locale);
  if (rule === "floor") return `at least ${centre}`;
  if (rule === "ceiling") return `at most ${centre}`;
  if (rule === "stall") return `about ${centre}`;
  const range = between(expected, about);
  return rule === "last-1" ? range : `${range} for a single ${singular[about.cadence]}`;
}

/** "Learning: 4 of 6 readings." while there are too few to hold one against. */
export function learningWords(readings: number, needed = 6): string {
  return `Learning: ${Math.min(readings, needed)} of ${needed} readings.`;
}

const plural = { daily: "days", weekly: "weeks", monthly: "months" } as const;
const singular = { daily: "day", weekly: "week", monthly: "month" } as const;
const days = { daily: 1, weekly: 7, monthly: 30.4 } as const;

function runOf(rule: Anomaly["rule"]): number {
  return Number(rule.slice("last-".length));
}

/** What a run averages and what was expected: the end of a path, which a run on a trend may lie on the other side of. */
function shift({ value, expected: { centre }, direction }: Told, { unit, cadence, locale }: Named): string {
  const isUp = direction === "up";
  // Told apart by one more decimal where they would read alike.
  for (const decimals of isUp === value > centre ? [unit.decimals, unit.decimals + 1] : []) {
    const [ran, path] = [value, centre].map((one) => formatValue(one, { ...unit, decimals }, locale));
    if (ran !== path) return `${ran}, where ${path} was expected by now`;
  }
  const side = isUp ? "above" : "below";
  return `${formatValue(value, unit, locale)}, ${side} where the ${plural[cadence]} before were heading`;
}

/** A limit that is crossed again and again stays one anomaly and says so. */
function swing({ crossings, onset, on }: Told, locale?: string): string {
  return crossings === undefined ? "" : ` Crossed ${crossings} times since ${dayWords(onset, on, locale)}.`;
}

type Scaled = Pick<Named, "unit" | "locale">;

/** "36–42 %": the unit once, behind both. */
function between({ low, high }: Anomaly["expected"], { unit, locale }: Scaled): string {
  const [from, to] = [formatNumber(low, unit, locale), formatValue(high, unit, locale)];
  // A ratio's number carries its own sign; said twice it reads as two numbers.
  const bare = unit.scale === "ratio" ? from.replace(/\s?%$/, "") : from;
  // A dash beside a minus cannot be told from it.
  return low < 0 || high < 0 ? `${bare} to ${to}` : `${bare}–${to}`;
}

function lengthOf({ on, onset }: Told, cadence: Series["cadence"]): string {
  const periods = Math.round(daysBetween(onset, on) / days[cadence]) + 1;
  return `${periods} ${periods === 1 ? singular[cadence] : plural[cadence]}`;
}
