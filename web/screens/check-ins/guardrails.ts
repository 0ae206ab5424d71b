import { guardrailsOf } from "../../../shared/metrics/guarding.ts";
import type { Metric } from "../../../shared/metrics/metric.ts";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import type { Sky } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** A guardrail with a reading to hold against its limits. */
export interface Guardrail {
  metric: Pick<Metric, "name" | "unit" | "floor" | "ceiling"> & { id: string };
  value: number;
  guard: "kept" | "breached";
}

/** What a key result must not damage, with what was read of it last. */
export async function readGuardrails(
  read: Reader,
  keyResult: Pick<KeyResult, "moves" | "counterweights">,
  sky: Sky,
  on: string,
): Promise<Guardrail[]> {
  const found = await Promise.all(
    guardrailsOf(keyResult, sky).map(async (metric) =>
      guardrail(metric, await read.list("reading", metric.id), on),
    ),
  );
  return found.flat();
}

function guardrail(metric: RowOf<"metric">, readings: RowOf<"reading">[], on: string): Guardrail[] {
  const { guard } = metricStanding(metric, readings, on);
  const value = seriesOf(readings).at(-1)?.value;
  return guard === undefined || value === undefined ? [] : [{ metric, value, guard }];
}
