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
    parents: choices(metrics.filter((one) => one.state === "active" && one.id !== selfId)),
    keys: new Set(metrics.map((one) => one.key)),
  };
}

function choices(rows: readonly { id: string; name: string }[]): Choice[] {
  return rows
    .map((one) => ({ value: one.id, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
