import type { Metric } from "../../shared/metrics/metric.ts";
import type { RangeState } from "../../shared/metrics/watched.ts";
import { StatusMark } from "./StatusMark.tsx";

/** Where a metric stands: within its usual range or outside it, or that its last reading is too old to say. */
export function RangeMark({
  state,
  goodDirection,
  ageDays,
  old,
}: {
  state: RangeState;
  goodDirection: Metric["goodDirection"];
  ageDays?: number | undefined;
  old: boolean;
}) {
  if (ageDays === undefined) return <StatusMark status="no-data">no reading yet</StatusMark>;
  if (old) return <StatusMark status="stale">{`${ageDays} days old`}</StatusMark>;
  if (state === "learning") return <StatusMark status="too-early">learning its range</StatusMark>;
  if (state === "usual") return <StatusMark status="ok">usual range</StatusMark>;
  const good = (state === "above") === (goodDirection === "up");
  return <StatusMark status={good ? "ok" : "warn"}>{`${state} its range`}</StatusMark>;
}
