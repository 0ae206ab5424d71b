import { lintNorthStar } from "../../../../shared/metrics/north-star-lint.ts";
import { trend } from "../../../../shared/metrics/trend.ts";
import { formatNumber } from "../../../../shared/metrics/value.ts";
import { standing } from "../../../../shared/okrs/line.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { MetricPlot } from "../../../charts/MetricPlot.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { deltaWords } from "../../../ui/delta-words.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Findings } from "../../../ui/Findings.tsx";
import { Agenda } from "./Agenda.tsx";
import styles from "./Planning.module.css";
import type { StepProps } from "./step-props.ts";

const halfYear = 182;

/** The North Star as it stands: its value and where it is heading, why it was chosen, and what lint says of it. */
export function StarStep({ rows, today }: StepProps) {
  const northStar = standing(rows.northStars)[0];
  const metric = rows.metrics.find((one) => one.id === northStar?.metricId);
  if (northStar === undefined || metric === undefined)
    return (
      <EmptyState
        title="No North Star yet"
        body="Without one, objectives are good wishes: there is nothing they all have to move."
        action={<Button href="/star">Go to the star</Button>}
      />
    );
  const series = rows.series.get(metric.id) ?? [];
  const moved = trend(metric, series);
  return (
    <>
      <Card label="North Star">
        <h2 className={styles.name}>{metric.name}</h2>
        <p>
          <span className={styles.figure}>{formatNumber(series.at(-1)?.value, metric.unit)}</span>{" "}
          <span className={styles.unit}>{metric.unit.label}</span>
        </p>
        {moved ? <p className={styles.soft}>{deltaWords(moved, metric)}</p> : null}
        {series.length > 0 ? (
          <MetricPlot
            metric={metric}
            series={series}
            noted={rows}
            since={addDays(today, -halfYear)}
            today={today}
          />
        ) : (
          <p className={styles.soft}>Its line begins with the first reading.</p>
        )}
        <p>{northStar.statement}</p>
        {northStar.state === "proposed" ? (
          <p className={styles.soft}>It is proposed and not signed yet; the gate takes it all the same.</p>
        ) : null}
        <Findings findings={lintNorthStar(metric)} label="What lint says of the North Star" />
      </Card>
      <Agenda rows={rows} />
    </>
  );
}
