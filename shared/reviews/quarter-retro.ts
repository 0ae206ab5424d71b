import { holm } from "../metrics/holm.ts";
import { standing } from "../okrs/line.ts";
import { metricSeries } from "../signals/series-of.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { boundIn, gradeOf } from "./graded.ts";
import { type Retro, retroOf, withoutOrder } from "./retro.ts";
import type { ReviewRows } from "./rows.ts";

export interface InputRetro {
  metric: RowOf<"metric">;
  /** Those of the cycle that move it. */
  keyResults: RowOf<"key-result">[];
  retro: Retro;
}

/** A cycle looked back at: one retro for each input, against the North Star of its time. */
export interface QuarterRetro {
  cycle: RowOf<"cycle">;
  star: RowOf<"metric">;
  inputs: InputRetro[];
}

/** The same of a cycle wherever it is worked out, so that everybody reads the same answer. */
const seedOf = ({ endsOn }: Pick<RowOf<"cycle">, "endsOn">) => Date.parse(endsOn) / 86_400_000;

/** The order is tried by permutation, which is not done twice for the same rows. */
const worked = new WeakMap<ReviewRows, Map<string, QuarterRetro | undefined>>();

/** Undefined for a cycle that is not here, and while no North Star has a metric. */
export function quarterRetro(cycleId: string, rows: ReviewRows): QuarterRetro | undefined {
  const known = worked.get(rows) ?? new Map<string, QuarterRetro | undefined>();
  worked.set(rows, known);
  if (!known.has(cycleId)) known.set(cycleId, workedOut(cycleId, rows));
  return known.get(cycleId);
}

function workedOut(cycleId: string, rows: ReviewRows): QuarterRetro | undefined {
  const cycle = rows.cycles.find((one) => one.id === cycleId);
  const star = cycle && rows.metrics.find((one) => one.id === starThen(cycle, rows)?.metricId);
  if (cycle === undefined || star === undefined) return undefined;
  const bound = boundIn(cycleId, rows);
  const series = (metric: RowOf<"metric">) =>
    metricSeries(metric, rows.readingsOf(metric.id), {
      events: rows.events ?? [],
      anomalies: rows.anomalies,
    });
  const northStar = series(star);
  const inputs = inputsThen(bound, rows).map((metric): InputRetro => {
    const keyResults = bound.filter((one) => one.moves?.metricId === metric.id);
    const scored = keyResults.map((one) => ({ weight: one.weight, score: gradeOf(one) }));
    return {
      ...{ metric, keyResults },
      retro: retroOf({ cycle, input: series(metric), northStar, keyResults: scored, seed: seedOf(cycle) }),
    };
  });
  return { cycle, star, inputs: heldTogether(inputs) };
}

/** The North Star that was committed when a cycle ended; else the one that holds now. */
export function starThen(
  { endsOn }: Pick<RowOf<"cycle">, "endsOn">,
  { northStars, workspace }: Pick<ReviewRows, "northStars" | "workspace">,
): RowOf<"north-star"> | undefined {
  const signedOn = ({ signatures }: RowOf<"north-star">) =>
    localDate(
      signatures
        .map((one) => one.at)
        .sort()
        .at(-1)!,
      workspace.zone,
    );
  const [then] = northStars
    .filter((one) => one.state !== "proposed" && one.signatures.length > 0 && one.productLine === undefined)
    .filter((one) => signedOn(one) <= endsOn)
    .sort((a, b) => (signedOn(a) < signedOn(b) ? 1 : -1));
  return then ?? standing(northStars)[0];
}

/** Inputs in use, and those since retired that the cycle worked on. */
function inputsThen(bound: readonly RowOf<"key-result">[], { metrics }: Pick<ReviewRows, "metrics">) {
  const moved = new Set(bound.map((one) => one.moves?.metricId));
  return metrics
    .filter((one) => one.kind === "input" && (one.state === "active" || moved.has(one.id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Of several inputs tried at once, one that only looks well by chance does not count. */
function heldTogether(inputs: readonly InputRetro[]): InputRetro[] {
  const stands = holm(inputs.map((one) => one.retro.order.p));
  return inputs.map((one, index) => (stands[index] ? one : { ...one, retro: withoutOrder(one.retro) }));
}
