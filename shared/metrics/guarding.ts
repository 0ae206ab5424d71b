import type { KeyResult } from "../okrs/key-result.ts";
import { lineToStar, type Sky } from "../okrs/line.ts";
import type { RowOf } from "../sync/mutation.ts";
import { metricStanding } from "./standing.ts";

type Guarded = Pick<KeyResult, "moves" | "counterweights">;

/**
 * What a key result must not damage on its way: guardrails of the metrics on its line, those that hold for everything,
 * and those named as its counterweights.
 */
export function guardrailsOf(keyResult: Guarded, sky: Sky): RowOf<"metric">[] {
  const way = new Set(lineToStar(keyResult, sky).metrics.map((one) => one.id));
  const named = new Set(keyResult.counterweights);
  return sky.metrics.filter(
    (one) =>
      one.kind === "guardrail" &&
      one.state === "active" &&
      (one.parentId === undefined || way.has(one.parentId) || named.has(one.id)),
  );
}

/** Those of them that are breached on a day; `readings` answers a guardrail's, in any order. */
export function breachedOf(
  keyResult: Guarded,
  sky: Sky,
  readings: (metricId: string) => readonly RowOf<"reading">[],
  on: string,
): RowOf<"metric">[] {
  const broken = sky.metrics.filter(
    (one) => one.kind === "guardrail" && metricStanding(one, readings(one.id), on).guard === "breached",
  );
  return broken.length === 0 ? [] : guardrailsOf(keyResult, sky).filter((one) => broken.includes(one));
}
