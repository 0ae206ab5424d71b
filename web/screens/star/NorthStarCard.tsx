import { Link } from "wouter";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { formatNumber } from "../../../shared/metrics/value.ts";
import { judgedMetric, rangeState } from "../../../shared/metrics/watched.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { MetricPlot } from "../../charts/MetricPlot.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RangeMark } from "../../ui/RangeMark.tsx";
import styles from "./NorthStarCard.module.css";
import { StarLint } from "./StarLint.tsx";
import { StarSignatures } from "./StarSignatures.tsx";
import { StarTrigger } from "./StarTrigger.tsx";
import type { StarRows } from "./star-rows.ts";

/** The one metric of customer value: where it stands, the plot, why it was chosen, and who stands behind it. */
export function NorthStarCard({
  northStar,
  metric,
  rows,
  today,
}: {
  northStar: RowOf<"north-star">;
  metric: RowOf<"metric">;
  rows: StarRows;
  today: string;
}) {
  const series = rows.series.get(metric.id) ?? [];
  const last = series.at(-1);
  const standing = metricStanding(metric, series, today);
  return (
    <Card label="North Star">
      <Link href={`/metrics/${metric.id}`} className={styles.head}>
        <h2 className={styles.name}>
          {northStar.productLine ? `${northStar.productLine}: ` : ""}
          {metric.name}
        </h2>
        <RangeMark
          state={rangeState(judgedMetric(metric, series, rows))}
          goodDirection={metric.goodDirection}
          {...standing}
        />
        <p className={styles.now}>
          <span className={styles.value}>{formatNumber(last?.value, metric.unit)}</span>{" "}
          <span className={styles.unit}>
            {metric.unit.label}
            {metric.estimated ? " (estimated)" : ""}
          </span>
        </p>
      </Link>
      {last === undefined ? (
        <div className={styles.first}>
          <p>Its line begins with the first reading.</p>
          <Button href={`/metrics/${metric.id}/record`}>Record a reading</Button>
        </div>
      ) : (
        <MetricPlot metric={metric} series={series} noted={rows} since={addDays(today, -182)} today={today} />
      )}
      <p className={styles.statement}>{northStar.statement}</p>
      <StarLint metric={metric} />
      <StarSignatures northStar={northStar} members={rows.members} today={today} />
      <StarTrigger northStar={northStar} anomalies={rows.anomalies} />
    </Card>
  );
}
