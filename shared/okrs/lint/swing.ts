import { processLimits } from "../../signals/limits.ts";
import type { Draft } from "../lint.ts";
import type { Title } from "./title.ts";
import { oneOf } from "./words.ts";

/** A target is held against so many earlier values, or more. */
const fewest = 5;
/** A limit this many times farther off than where the metric lives keeps nobody awake. */
const farOff = 1.5;

type Side = "increase" | "decrease" | "stay-above" | "stay-below";

/**
 * Whether a target asks for nothing: it was reached by most of the last five values, or lies within the normal swing from
 * one value to the next. Of a limit to stay within: whether all of the history was far inside it.
 */
export function isSandbag(draft: Draft, title: Title, history: readonly number[]): boolean {
  const values = history.filter((one) => Number.isFinite(one));
  const target = draft.target ?? written(title, "target", values);
  const limits = values.length < fewest ? null : processLimits(values);
  if (target === undefined || limits === null) return false;
  const last = values.at(-1)!;
  const baseline = draft.baseline ?? written(title, "baseline", values) ?? last;
  const side = sideOf(draft, title, baseline, target);
  const good = side === "increase" || side === "stay-above" ? 1 : -1;
  const beyond = (value: number) => (target - value) * good;
  if (side === "stay-above" || side === "stay-below") {
    const outside = side === "stay-above" ? target < limits.lower : target > limits.upper;
    return outside && values.every((one) => beyond(one) <= 0) && isFarOff(limits.centre, target);
  }
  const recent = values.slice(-fewest);
  const reached = recent.filter((one) => beyond(one) <= 0).length > fewest / 2;
  return reached || beyond(baseline) <= limits.movingRange;
}

/** Near a whole, what is missing counts: 90 % where 99.9 % is usual. */
function isFarOff(centre: number, target: number): boolean {
  const whole =
    centre > 0.5 && centre <= 1 && target <= 1 ? 1 : centre > 50 && centre <= 100 ? 100 : undefined;
  const times = (a: number, b: number) =>
    Math.max(Math.abs(a), Math.abs(b)) / Math.min(Math.abs(a), Math.abs(b));
  if (whole !== undefined && target < centre) return times(whole - centre, whole - target) >= farOff;
  return times(centre, target) >= farOff;
}

const below = oneOf("under below less most maximum < <= ≤ lower");
const above = oneOf("above over least more minimum > >= ≥ higher");
const keeping = oneOf("keep hold maintain sustain stay stays remain remains ensure keeps");
const rising = oneOf("increase raise lift grow boost improve rise rises grows climb climbs double expand");
const lowering = oneOf(
  "reduce cut decrease lower drop drops fall falls shrink shorten decline declines halve",
);

const reaching = oneOf("reach reaches hit hits achieve achieves get gets win pass passes exceed exceeds");
/** What is reached by going down. */
const burdens = oneOf(`
  churn cost costs time times error errors latency complaint complaints refund refunds return returns delay delays crash
  crashes incidents defects bugs waste wait waits absence turnover downtime no-shows failures backlog debt emissions
`);

function sideOf({ direction, baseline }: Draft, { words }: Title, from: number, target: number): Side {
  if (direction !== undefined && direction !== "milestones") return direction;
  const said = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (said(keeping) && said(below)) return "stay-below";
  if (said(keeping) && said(above)) return "stay-above";
  if (said(lowering)) return "decrease";
  if (said(rising) || (said(reaching) && !said(burdens))) return "increase";
  return target >= (baseline ?? from) ? "increase" : "decrease";
}

/** A number that stands in the title only; a percentage where the history counts from 0 to 1. */
function written({ tokens, changes }: Title, which: "baseline" | "target", values: readonly number[]) {
  const change = changes.find((one) => one.pair) ?? changes[0];
  if (change === undefined || (which === "baseline" && !change.pair)) return undefined;
  const token = tokens[which === "target" ? change.end : change.at]!;
  const shares = token.percent && values.every((one) => one >= 0 && one <= 1);
  return token.value === undefined || !shares ? token.value : token.value / 100;
}
