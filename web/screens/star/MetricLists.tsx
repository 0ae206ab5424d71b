import { fewestInputs, mostInputs } from "../../../shared/metrics/completeness.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { judgedMetric, rangeState } from "../../../shared/metrics/watched.ts";
import type { InputStanding } from "../../../shared/metrics/weakest.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RangeMark } from "../../ui/RangeMark.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { GuardrailRow } from "./GuardrailRow.tsx";
import styles from "./MetricLists.module.css";
import { MetricRow } from "./MetricRow.tsx";
import type { StarRows } from "./star-rows.ts";
import { type Mover, statusOf } from "./star-view.ts";

interface Shown {
  rows: StarRows;
  today: string;
  hrefOf: (metricId: string) => string;
  chosenId: string | undefined;
}

/** Inputs, weakest first; guardrails; outcomes; what is watched. Each row leads to its metric. */
export function MetricLists({
  inputs: { moved, unmoved },
  mayDefine,
  ...shown
}: Shown & {
  inputs: { moved: InputStanding<Mover>[]; unmoved: InputStanding<Mover>[] };
  mayDefine: boolean;
}) {
  const { rows } = shown;
  const guardrails = rows.metrics.filter((one) => one.kind === "guardrail");
  const none = rows.metrics.length === 0;
  const counted = inputCountWords(moved.length + unmoved.length);
  return (
    <>
      <span id="inputs" className={styles.anchor} />
      {moved.length + unmoved.length > 0 ? null : (
        <Section title="Input metrics">
          <Card>
            <p>
              {none
                ? "Then come three to five inputs: levers your teams can move."
                : "No inputs yet: three to five levers your teams can move."}
            </p>
            {mayDefine && !none ? <Button href="/metrics/new?kind=input">Add an input metric</Button> : null}
          </Card>
        </Section>
      )}
      {moved.length === 0 ? null : (
        <Section title="Input metrics" end={moved.length > 1 ? "weakest first" : undefined}>
          <Card flush>
            {moved.map((one) => (
              <MetricRow
                key={one.metric.id}
                metric={one.metric}
                mark={<StatusMark status={statusOf(one) ?? "no-data"} />}
                {...shown}
              />
            ))}
          </Card>
        </Section>
      )}
      {counted === "" ? null : <p className={styles.lint}>{counted}</p>}
      {unmoved.length === 0 ? null : (
        <Section title="Inputs nobody moves this cycle">
          <Card flush>
            {unmoved.map(({ metric }) => (
              <MetricRow
                key={metric.id}
                metric={metric}
                mark={<Range metric={metric} {...shown} />}
                {...shown}
              />
            ))}
          </Card>
        </Section>
      )}
      {guardrails.length === 0 ? null : (
        <Section title="Guardrails">
          <Card flush>
            {guardrails.map((one) => (
              <GuardrailRow
                key={one.id}
                metric={one}
                series={rows.series.get(one.id) ?? []}
                href={shown.hrefOf(one.id)}
                today={shown.today}
              />
            ))}
          </Card>
        </Section>
      )}
      <Kind title="Business outcomes" kind="outcome" {...shown} />
      <Kind title="Health" kind="health" {...shown} />
      {mayDefine && !none ? <Button href="/metrics/new">Define a metric</Button> : null}
    </>
  );
}

/** What is wrong with so many inputs; empty while nothing is, and where there are none, which says more itself. */
function inputCountWords(count: number): string {
  if (count > mostInputs)
    return `${count} inputs are no focus: keep the five that move the North Star most, and watch the others as health metrics.`;
  if (count > 0 && count < fewestInputs)
    return `Only ${count === 1 ? "one input" : "two inputs"}: three to five levers make the North Star movable.`;
  return "";
}

function Kind({ title, kind, ...shown }: Shown & { title: string; kind: "outcome" | "health" }) {
  const metrics = shown.rows.metrics.filter((one) => one.kind === kind);
  if (metrics.length === 0) return null;
  return (
    <Section title={title}>
      <Card flush>
        {metrics.map((one) => (
          <MetricRow key={one.id} metric={one} mark={<Range metric={one} {...shown} />} {...shown} />
        ))}
      </Card>
    </Section>
  );
}

function Range({ metric, rows, today }: Shown & { metric: RowOf<"metric"> }) {
  const series = rows.series.get(metric.id) ?? [];
  const standing = metricStanding(metric, series, today);
  return (
    <RangeMark
      state={rangeState(judgedMetric(metric, series, rows))}
      goodDirection={metric.goodDirection}
      {...standing}
    />
  );
}
