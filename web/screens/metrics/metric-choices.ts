import { upward } from "../../../shared/metrics/tree.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import type { Choice } from "../../ui/Select.tsx";

export interface MetricChoices {
  /** Squads this member may define metrics for. */
  squads: Choice[];
  /** Also without a squad. */
  forCompany: boolean;
  stewards: Choice[];
  parents: Choice[];
  /** Why a metric cannot stand above this one, as the way from it back here; by its id. */
  loops: ReadonlyMap<string, string>;
  guardrails: Choice[];
  keys: ReadonlySet<string>;
}

/** What the form of a metric can choose from; `selfId` keeps a metric from being its own parent. */
export async function metricChoices(read: Reader, memberId: string, selfId?: string): Promise<MetricChoices> {
  const [squads, members, metrics] = await Promise.all([
    read.list("squad"),
    read.list("member"),
    read.list("metric"),
  ]);
  const active = squads.filter((one) => one.state === "active");
  const allowed = await Promise.all(
    active.map((one) => may(read, memberId, ["metric.define", { squadId: one.id }])),
  );
  return {
    squads: choices(active.filter((_, index) => allowed[index])),
    forCompany: await may(read, memberId, ["metric.define", {}]),
    stewards: choices(members.filter((one) => one.state === "active" && one.role !== "viewer")),
    loops: loopsTo(selfId, metrics),
    guardrails: choices(
      metrics.filter((one) => one.kind === "guardrail" && one.state === "active" && one.id !== selfId),
    ),
    parents: choices(metrics.filter((one) => one.state === "active" && one.id !== selfId)),
    keys: new Set(metrics.map((one) => one.key)),
  };
}

/** "Plays → Habit → Listening": what stands below a metric cannot stand above it. */
function loopsTo(selfId: string | undefined, metrics: readonly RowOf<"metric">[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const metric of metrics) {
    const way = upward(metric.id, (id) => metrics.find((one) => one.id === id));
    const back = way.findIndex((one) => one.id === selfId);
    if (back > 0) found.set(metric.id, names(way.slice(0, back + 1)));
  }
  return found;
}

function names(way: readonly { name: string }[]): string {
  return way.map((one) => one.name).join(" → ");
}

function choices(rows: readonly { id: string; name: string }[]): Choice[] {
  return rows
    .map((one) => ({ value: one.id, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
