import type { KeyResult } from "../okrs/key-result.ts";
import { processLimits } from "../signals/limits.ts";
import type { Marks } from "../signals/series-of.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Metric } from "./metric.ts";
import { countedValues, judgedMetric, rangeState } from "./watched.ts";

/** A committed key result with its pace; absent while nothing can be said about it. */
export interface Paced {
  row: Pick<KeyResult, "moves" | "weight"> & { id: string };
  pace?: number | undefined;
}

/** The condition that gave an input its place. */
export type WeakReason =
  | { by: "range" }
  /** How many key results have a pace; 1 is where they should be by now. */
  | { by: "pace"; pace: number; keyResults: number }
  /** How far it moved the wrong way over its last readings, in its own sigmas. */
  | { by: "drift"; sigmas: number; readings: number }
  | { by: "nothing" };

/** Why its place is only a hint. */
export type Doubt = "few-readings" | "estimated" | "silent";

export interface InputStanding<P extends Paced> {
  metric: RowOf<"metric">;
  /** The committed key results that move it. */
  movedBy: P[];
  /** Their weighted mean pace; absent while none has one. */
  pace: number | undefined;
  /** How far it moved against its good direction over the last readings, in units of its own sigma. */
  against: number;
  /** How many readings it has. */
  readings: number;
  reason: WeakReason;
  doubts: Doubt[];
}

/** The last so many readings say which way an input moves; with fewer its place is a hint. */
const recent = 8;
/** What turns a mean moving range of two into a standard deviation. */
const perSigma = 1.128;

/**
 * Inputs somebody moves, the weakest first: those whose last reading left its usual range to the bad side, then by the
 * pace of what moves them, then by how steeply they move the wrong way. `values` answers an input's readings, oldest
 * first. Inputs nobody moves stand apart, in the order they came.
 */
export function weakestInputs<P extends Paced>(
  inputs: readonly RowOf<"metric">[],
  keyResults: readonly P[],
  values: (metricId: string) => readonly number[],
  adverse: (metricId: string) => boolean = () => false,
): { moved: InputStanding<P>[]; unmoved: InputStanding<P>[] } {
  const standings = inputs.map((metric): InputStanding<P> => {
    const movedBy = keyResults.filter((one) => one.row.moves?.metricId === metric.id);
    const read = values(metric.id);
    const pace = meanPace(movedBy);
    const against = movedAgainst(metric.goodDirection, read);
    const reason: WeakReason = adverse(metric.id)
      ? { by: "range" }
      : pace !== undefined
        ? { by: "pace", pace, keyResults: movedBy.filter((one) => one.pace !== undefined).length }
        : against > 0
          ? { by: "drift", sigmas: against, readings: Math.min(recent, read.length) }
          : { by: "nothing" };
    const doubts: Doubt[] = [
      ...(read.length < recent ? (["few-readings"] as const) : []),
      ...(metric.estimated ? (["estimated"] as const) : []),
      ...(pace === undefined ? (["silent"] as const) : []),
    ];
    return { metric, movedBy, pace, against, readings: read.length, reason, doubts };
  });
  return {
    moved: standings.filter((one) => one.movedBy.length > 0).sort(weakerFirst),
    unmoved: standings.filter((one) => one.movedBy.length === 0),
  };
}

/** The same, with readings and their usual ranges as the screens judge them; `series` answers by metric, oldest first. */
export function weakestByReadings<P extends Paced>(
  inputs: readonly RowOf<"metric">[],
  keyResults: readonly P[],
  { series, ...noted }: Marks & { series: ReadonlyMap<string, readonly { on: string; value: number }[]> },
) {
  const metricOf = (id: string) => inputs.find((one) => one.id === id)!;
  const judged = (id: string) => judgedMetric(metricOf(id), series.get(id) ?? [], noted);
  const values = (id: string) => countedValues(judged(id));
  const adverse = (id: string) =>
    rangeState(judged(id)) === (metricOf(id).goodDirection === "up" ? "below" : "above");
  return weakestInputs(inputs, keyResults, values, adverse);
}

function weakerFirst(a: InputStanding<Paced>, b: InputStanding<Paced>): number {
  const outside = Number(b.reason.by === "range") - Number(a.reason.by === "range");
  if (outside !== 0) return outside;
  const [one, other] = [a.pace ?? Number.POSITIVE_INFINITY, b.pace ?? Number.POSITIVE_INFINITY];
  return one === other ? b.against - a.against : one - other;
}

function meanPace(keyResults: readonly Paced[]): number | undefined {
  const paced = keyResults.filter((one) => one.pace !== undefined);
  const weight = paced.reduce((sum, one) => sum + one.row.weight, 0);
  return weight === 0 ? undefined : paced.reduce((sum, one) => sum + one.pace! * one.row.weight, 0) / weight;
}

function movedAgainst(goodDirection: Metric["goodDirection"], values: readonly number[]): number {
  const last = values.slice(-recent);
  const sigma = (processLimits(last)?.movingRange ?? 0) / perSigma;
  if (sigma === 0) return 0;
  const moved = (last.at(-1)! - last[0]!) / sigma;
  return goodDirection === "up" ? -moved : moved;
}
