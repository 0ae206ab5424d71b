import { Link } from "wouter";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { judgedMetric, rangeState } from "../../../shared/metrics/watched.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { StretchPlot } from "../../charts/StretchPlot.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RangeMark } from "../../ui/RangeMark.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./NorthStarCard.module.css";
import type { StarRows } from "./star-rows.ts";
import type { Mover } from "./star-view.ts";

/** The metric chosen in the list, beside it on a wide screen: its plot, its definition and what moves it. */
export function MetricGlance({
  metric,
  rows,
  movers,
  today,
}: {
  metric: RowOf<"metric">;
  rows: StarRows;
  movers: readonly Mover[];
  today: string;
}) {
  const series = rows.series.get(metric.id) ?? [];
  const steward = rows.members.find((one) => one.id === metric.stewardId);
  const moving = movers.filter((one) => one.row.moves?.metricId === metric.id);
  return (
    <Card label={metric.name}>
      <Link href={`/metrics/${metric.id}`} className={styles.head}>
        <h2 className={styles.name}>{metric.name}</h2>
        <RangeMark
          state={rangeState(judgedMetric(metric, series, rows))}
          goodDirection={metric.goodDirection}
          {...metricStanding(metric, series, today)}
        />
        <p className={styles.now}>
          <span className={styles.value}>{formatFigure(series.at(-1)?.value, metric.unit)}</span>{" "}
          <span className={styles.unit}>{metric.unit.label}</span>
        </p>
      </Link>
      <StretchPlot key={metric.id} metric={metric} series={series} noted={rows} today={today} />
      <p>{metric.definition}</p>
      <p>{steward?.name ?? "Nobody"} looks after it.</p>
      {moving.length === 0 ? null : (
        <div>
          {moving.map(({ row, owner, status }) => (
            <ListRow
              key={row.id}
              href={`/key-results/${row.id}`}
              title={row.title}
              detail={owner}
              end={<StatusMark status={status} />}
            />
          ))}
        </div>
      )}
      <Button href={`/metrics/${metric.id}`}>Open the metric</Button>
    </Card>
  );
}
