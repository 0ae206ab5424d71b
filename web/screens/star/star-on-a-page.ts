import type { Metric } from "../../../shared/metrics/metric.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { signatureWords } from "../../ui/signature-words.ts";
import { formatValue } from "../../ui/value.ts";
import type { StarRows } from "./star-rows.ts";

const lists: readonly { kind: Metric["kind"]; title: string }[] = [
  { kind: "input", title: "What moves it" },
  { kind: "outcome", title: "What it ends up producing" },
  { kind: "guardrail", title: "What must not be damaged" },
  { kind: "health", title: "What is watched" },
];

/** The framework as text for an agenda or a strategy paper; empty without a North Star. */
export function starOnAPage(rows: StarRows, today: string): string {
  const { northStar, metrics, members, workspace } = rows;
  const metric = metrics.find((one) => one.id === northStar?.metricId);
  if (northStar === undefined || metric === undefined) return "";
  const line = northStar.productLine ?? workspace?.name;
  const rules = workspace?.decisionRules ?? [];
  return [
    `${line === undefined ? "" : `${line}: `}our North Star`,
    "",
    [`${metric.name}${metric.estimated ? " (estimated)" : ""}`, lastOf(metric, rows)]
      .filter(Boolean)
      .join(", "),
    metric.definition,
    northStar.statement,
    signatureWords(northStar, members, today),
    ...lists.flatMap(({ kind, title }) => {
      const those = metrics.filter((one) => one.kind === kind);
      return those.length === 0 ? [] : ["", title, ...those.map((one) => `- ${metricLine(one, rows)}`)];
    }),
    ...(rules.length === 0 ? [] : ["", "How we decide", ...rules.map((one) => `- ${one}`)]),
  ].join("\n");
}

function metricLine(metric: RowOf<"metric">, rows: StarRows): string {
  const { floor, ceiling, target, unit } = metric;
  const level = (word: string, value: number | undefined) =>
    value === undefined ? undefined : `${word} ${formatValue(value, unit)}`;
  const steward = rows.members.find((one) => one.id === metric.stewardId && one.state === "active")?.name;
  const limits = [level("at least", floor), level("at most", ceiling), level("target", target)];
  const kept = [lastOf(metric, rows), ...limits, steward && `${steward} looks after it`].filter(Boolean);
  return `${metric.name}: ${kept.length === 0 ? "no reading yet" : kept.join(", ")}`;
}

function lastOf({ id, unit }: RowOf<"metric">, { series }: StarRows): string | undefined {
  const last = series.get(id)?.at(-1)?.value;
  return last === undefined ? undefined : `now ${formatValue(last, unit)}`;
}
