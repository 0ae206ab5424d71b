import type { Unit } from "../../../shared/metrics/metric.ts";
import { freshDaysBy } from "../../../shared/metrics/standing.ts";
import { formatValue } from "../../../shared/metrics/value.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";
import { estimatedWarning } from "./words.ts";

type Fact = readonly [word: string, fact: string];

/** What a metric says of itself, and what to beware of. */
export function MetricFacts({ rows }: { rows: MetricRows }) {
  const { metric } = rows;
  return (
    <Section title="What it means">
      <Card>
        <p className={styles.definition}>{metric.definition}</p>
        {metric.estimated ? (
          <p className={styles.warning}>
            <strong>Estimated.</strong> {estimatedWarning}
          </p>
        ) : null}
        {metric.payLinked ? <PayCaution rows={rows} /> : null}
        <Facts facts={factsOf(rows)} />
      </Card>
    </Section>
  );
}

function PayCaution({ rows: { counterweights } }: { rows: MetricRows }) {
  return (
    <p className={styles.warning}>
      <strong>Pay-linked.</strong> People bend what they are paid for.{" "}
      {counterweights.length === 0
        ? "No guardrail is named to hold against it: nobody would see what it costs."
        : `Look at ${counterweights.map((one) => one.name).join(", ")} before believing it.`}
    </p>
  );
}

function factsOf({ metric, parent, squads, members }: MetricRows): Fact[] {
  const { unit, floor, ceiling, target, source, freshDays, goodDirection, cadence } = metric;
  const squad = squads.find((one) => one.id === metric.squadId);
  const level = (word: string, value: number | undefined): Fact[] =>
    value === undefined ? [] : [[word, formatValue(value, unit)]];
  return [
    ["Steward", stewardWords(members.find((one) => one.id === metric.stewardId))],
    ["Whose", squad?.name ?? "the company’s"],
    ...(parent === undefined ? [] : [["Moves", parent.name] as const]),
    ["Its number", numberWords(unit)],
    ["Good is", goodDirection],
    ["Read", cadence],
    ...level("Floor", floor),
    ...level("Ceiling", ceiling),
    ...level("Target", target),
    ...(source === undefined ? [] : [["Source", source] as const]),
    ["Fresh for", plural(freshDays ?? freshDaysBy[cadence], "day")],
    ["Key", metric.key],
  ];
}

const scales = { value: "a number", ratio: "a percentage", count: "a whole number" } as const;

/** "a number of min / week", "a percentage". */
function numberWords({ scale, label }: Unit): string {
  const word = scale === "ratio" || label === "" ? "" : ` of ${label}`;
  return `${scales[scale]}${word}`;
}

function stewardWords(steward: MetricRows["members"][number] | undefined): string {
  if (steward === undefined) return "nobody";
  return steward.state === "active" ? steward.name : `${steward.name}, who left`;
}
