import type { Metric } from "../../../shared/metrics/metric.ts";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { standing } from "../../../shared/okrs/line.ts";
import type { Reader } from "../../store/live.ts";
import type { Choice } from "../../ui/Select.tsx";

/** What the form of a key result can choose from. */
export interface FormChoices {
  metrics: MetricChoice[];
  measures: Choice[];
  moves: Choice[];
  owners: Choice[];
  guardrails: Choice[];
}

/** A metric with its readings, oldest first, one a day. */
export interface MetricChoice {
  id: string;
  name: string;
  kind: Metric["kind"];
  unit: Metric["unit"];
  latest: number | undefined;
  series: readonly { on: string; value: number }[];
}

const kindWord: Record<Metric["kind"], string> = {
  "north-star": "North Star",
  input: "input",
  outcome: "outcome",
  guardrail: "guardrail",
  health: "health",
};

export async function formChoices(read: Reader): Promise<FormChoices> {
  const [all, stars, members] = await Promise.all([
    read.list("metric"),
    read.list("north-star"),
    read.list("member"),
  ]);
  const metrics = all.filter((one) => one.state === "active").sort((a, b) => a.name.localeCompare(b.name));
  const readings = await Promise.all(metrics.map((one) => read.list("reading", one.id)));
  const starId = standing(stars)[0]?.metricId;
  const inputs = metrics.filter((one) => one.kind === "input");
  const star = metrics.filter((one) => one.id === starId);
  return {
    metrics: metrics.map(({ id, name, kind, unit }, index) => {
      const series = seriesOf(readings[index]!);
      return { id, name, kind, unit, latest: series.at(-1)?.value, series };
    }),
    guardrails: metrics
      .filter((one) => one.kind === "guardrail")
      .map((one) => ({ value: one.id, label: one.name })),
    measures: metrics.map((one) => ({ value: one.id, label: `${one.name} (${kindWord[one.kind]})` })),
    moves: [
      ...inputs.map((one) => ({ value: one.id, label: one.name })),
      ...star.map((one) => ({ value: one.id, label: `The North Star directly: ${one.name}` })),
    ],
    owners: members
      .filter((one) => one.state === "active" && one.role !== "viewer")
      .map((one) => ({ value: one.id, label: one.name }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
}
