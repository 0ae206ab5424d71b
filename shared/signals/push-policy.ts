import { freshDaysBy } from "../metrics/standing.ts";
import { daysBetween } from "../time/local-date.ts";
import type { Anomaly } from "./anomaly.ts";
import type { Series } from "./detect.ts";

/** A move of less than this share of what was expected is real but trivial. */
export const leastRelevant = 0.02;
/** Whoever is told of more series than this is told of each only where it is surer. */
export const manyFollowed = 20;
export const stricterBeyond = 0.2;
/** Anomalies pushed to one person in a week, Monday first; the rest stand in the app and in the digest. */
export const mostPushesAWeek = 2;

export type Unpushed =
  | "withdrawn"
  | "answered"
  | "not-sure-enough"
  | "favourable-reading"
  | "trivial"
  | "segment"
  | "old";

/** Whether an anomaly is to be pushed, how it is to be told, and if not, why it only stands in the app. */
export type Telling =
  | { push: true; as: "adverse" | "worth-knowing-why" }
  | { push: false; because: Unpushed };

/**
 * The push policy. Adverse is pushed, a favourable shift as "worth knowing why", a favourable reading or two not at all.
 * Only news is pushed: what was raised while its reading was still fresh, so that a past that was imported, or scanned
 * for the first time, only stands in the app.
 */
export function tellingOf(anomaly: Anomaly, cadence: Series["cadence"]): Telling {
  const { rule, adverse, preset, series, withdrawnAt, answer } = anomaly;
  const not = (because: Unpushed): Telling => ({ push: false, because });
  if (withdrawnAt !== undefined) return not("withdrawn");
  if (answer !== undefined) return not("answered");
  if (daysBetween(anomaly.on, anomaly.raisedAt.slice(0, 10)) > freshDaysBy[cadence]) return not("old");
  if (preset !== "calm") return not("not-sure-enough");
  if (series.segment !== undefined) return not("segment");
  if (rule.startsWith("last-") && isTrivial(anomaly)) return not("trivial");
  if (adverse) return { push: true, as: "adverse" };
  return isShift(rule) ? { push: true, as: "worth-knowing-why" } : not("favourable-reading");
}

/** Of one or two readings nobody knows yet whether they last. */
function isShift(rule: Anomaly["rule"]): boolean {
  return rule === "last-4" || rule === "last-8";
}

/** A limit has no size below which crossing it does not count; a usual range has. */
export function isTrivial(
  { value, expected }: Pick<Anomaly, "value" | "expected">,
  least = leastRelevant,
): boolean {
  return Math.abs(value - expected.centre) < least * Math.abs(expected.centre);
}

/** What a preset's heights are raised by for whoever is told of so many series. */
export function stricterFor(followed: number): number {
  return followed > manyFollowed ? stricterBeyond : 0;
}
