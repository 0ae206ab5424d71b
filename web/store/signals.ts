import type { Metric } from "../../shared/metrics/metric.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { type Reader, useLive } from "./live.ts";
import { may } from "./may.ts";
import { useMemberId } from "./me.ts";

/** An anomaly with what a line about it says. */
export interface SeenSignal {
  anomaly: RowOf<"anomaly">;
  /** What it is of; both absent where this phone holds it no longer. */
  metric?: RowOf<"metric"> | undefined;
  keyResult?: RowOf<"key-result"> | undefined;
  /** The metric's name with its segment, or the key result's title. */
  name: string;
  unit: Metric["unit"];
  cadence: Metric["cadence"];
  squad?: RowOf<"squad"> | undefined;
  /** Of an open one: this member may say what it is. */
  mayAnswer: boolean;
}

/** Every anomaly this phone knows: those to answer first, the adverse before the others, then the newest. */
export function useSignals(): SeenSignal[] | undefined {
  const memberId = useMemberId();
  return useLive((read) => readSignals(read, memberId), [memberId]);
}

/** The same inside a query. */
export async function readSignals(read: Reader, memberId: string): Promise<SeenSignal[]> {
  const [anomalies, metrics, squads] = await Promise.all([
    read.list("anomaly"),
    read.list("metric"),
    read.list("squad"),
  ]);
  const seen = await Promise.all(anomalies.map((one) => seenOf(one, { read, memberId, metrics, squads })));
  return seen.sort(byUrgency);
}

/** Nobody has answered it, and its ground is still there. */
export function isOpen({ answer, withdrawnAt }: RowOf<"anomaly">): boolean {
  return answer === undefined && withdrawnAt === undefined;
}

const unknownUnit = { label: "", scale: "value", decimals: 2 } as const;

async function seenOf(
  anomaly: RowOf<"anomaly">,
  around: { read: Reader; memberId: string; metrics: RowOf<"metric">[]; squads: RowOf<"squad">[] },
): Promise<SeenSignal> {
  const { read, memberId, metrics, squads } = around;
  const { kind, id, segment } = anomaly.series;
  const metric = kind === "metric" ? metrics.find((one) => one.id === id) : undefined;
  const keyResult = kind === "key-result" ? await read.get("key-result", id) : undefined;
  const objective = keyResult && (await read.get("objective", keyResult.objectiveId));
  const squadId = anomaly.squadId ?? metric?.squadId ?? objective?.squadId;
  const { unit = unknownUnit } = metric ?? keyResult ?? {};
  const of = metric?.name ?? keyResult?.title;
  return {
    anomaly,
    metric,
    keyResult,
    name: of === undefined ? missing[kind] : segment === undefined ? of : `${of}, ${segment}`,
    unit,
    cadence: metric?.cadence ?? "weekly",
    squad: squads.find((one) => one.id === squadId),
    mayAnswer:
      memberId !== "" &&
      isOpen(anomaly) &&
      (await may(read, memberId, ["anomaly.answer", { anomalyId: anomaly.id }])),
  };
}

const missing = { metric: "A metric that is gone", "key-result": "A key result of an older cycle" } as const;

function byUrgency({ anomaly: a }: SeenSignal, { anomaly: b }: SeenSignal): number {
  const rank = (one: RowOf<"anomaly">) => (isOpen(one) ? (one.adverse ? 0 : 1) : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const since = (one: RowOf<"anomaly">) => (isOpen(one) ? one.on : (one.answer?.at ?? one.on));
  return since(a) === since(b) ? (a.id < b.id ? -1 : 1) : since(a) > since(b) ? -1 : 1;
}
