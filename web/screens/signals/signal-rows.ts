import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import { readSignals, type SeenSignal } from "../../store/signals.ts";

/** Everything the page of one anomaly shows. */
export interface SignalRows {
  signal: SeenSignal;
  members: RowOf<"member">[];
  events: RowOf<"event">[];
  /** All there are: the plot rings its neighbours, and each signal rule has a record. */
  anomalies: RowOf<"anomaly">[];
  /** Of a metric; empty for a key result. */
  readings: RowOf<"reading">[];
  /** Of a key result. */
  cycle: RowOf<"cycle"> | undefined;
  checkIns: RowOf<"check-in">[];
  /** Running key results a blocker could stand on; those that move or measure the metric first. */
  choices: RowOf<"key-result">[];
}

/** Null where this phone does not hold it. */
export async function signalRows(read: Reader, id: string, memberId: string): Promise<SignalRows | null> {
  const [signals, members, events, cycles] = await Promise.all([
    readSignals(read, memberId),
    read.list("member"),
    read.list("event"),
    read.list("cycle"),
  ]);
  const signal = signals.find((one) => one.anomaly.id === id);
  if (signal === undefined) return null;
  const { metric, keyResult } = signal;
  const running = cycles.filter((one) => one.state === "running");
  const keyResults = (await Promise.all(running.map((one) => read.inCycle("key-result", one.id)))).flat();
  return {
    signal,
    members,
    events,
    anomalies: signals.map((one) => one.anomaly),
    readings: metric ? await read.list("reading", metric.id) : [],
    cycle: keyResult && (await read.get("cycle", keyResult.cycleId)),
    checkIns: keyResult ? await read.list("check-in", keyResult.id) : [],
    choices: choicesFor(
      signal,
      keyResults.filter((one) => one.state === "committed"),
    ),
  };
}

/** What a blocker of a metric could stand on, the nearest first. */
export function choicesFor(
  { metric }: Pick<SeenSignal, "metric">,
  running: readonly RowOf<"key-result">[],
): RowOf<"key-result">[] {
  if (metric === undefined) return [];
  const near = ({ measures, moves }: RowOf<"key-result">) =>
    measures === metric.id ? 0 : moves?.metricId === metric.id ? 1 : 2;
  return [...running].sort((a, b) => near(a) - near(b) || a.title.localeCompare(b.title));
}
