import { formatValue } from "../../../shared/metrics/value.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";

/** What a metric says of itself. */
export function MetricFacts({ rows: { metric, parent, squad, members } }: { rows: MetricRows }) {
  const { unit, floor, ceiling, target, source, freshDays, goodDirection } = metric;
  const steward = members.find((one) => one.id === metric.stewardId);
  const level = (word: string, value: number | undefined): [string, string][] =>
    value === undefined ? [] : [[word, formatValue(value, unit)]];
  const facts: [string, string][] = [
    [
      "Steward",
      steward === undefined
        ? "nobody"
        : steward.state === "active"
          ? steward.name
          : `${steward.name}, who left`,
    ],
    ["Whose", squad?.name ?? "the company’s"],
    ...(parent === undefined ? [] : [["Moves", parent.name] as [string, string]]),
    ["Good is", goodDirection],
    ...level("Floor", floor),
    ...level("Ceiling", ceiling),
    ...level("Target", target),
    ...(source === undefined ? [] : [["Source", source] as [string, string]]),
    ...(freshDays === undefined ? [] : [["Fresh for", plural(freshDays, "day")] as [string, string]]),
    ...(metric.estimated ? [["Estimated", "it cannot be measured well yet"] as [string, string]] : []),
    ["Short name", metric.key],
  ];
  return (
    <Section title="What it means">
      <Card>
        <p className={styles.definition}>{metric.definition}</p>
        <dl className={styles.facts}>
          {facts.map(([word, fact]) => (
            <div key={word} className={styles.fact}>
              <dt>{word}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}
