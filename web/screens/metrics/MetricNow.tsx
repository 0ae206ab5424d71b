import { formatFigure } from "../../../shared/metrics/figure.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import { judgedMetric, rangeState } from "../../../shared/metrics/watched.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Noted } from "../../charts/noted.ts";
import { StretchPlot } from "../../charts/StretchPlot.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDayAway } from "../../ui/day.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { FigureHead } from "../../ui/FigureHead.tsx";
import { guardWords } from "../../ui/guard-words.ts";
import { RangeMark } from "../../ui/RangeMark.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Metric.module.css";
import { MetricProcess } from "./MetricProcess.tsx";
import { segmentsOf, seriesOfSegment } from "./metric-rows.ts";
import { SegmentSelect } from "./SegmentSelect.tsx";

/** A metric's last value, how it moved, its range and its line, of the whole or of one segment. */
export function MetricNow({
  metric,
  readings,
  segment,
  onSegment,
  today,
  records,
  noted,
}: {
  metric: RowOf<"metric">;
  readings: RowOf<"reading">[];
  segment: string;
  onSegment: (segment: string) => void;
  today: string;
  noted: Noted;
  /** This member may record readings. */
  records: boolean;
}) {
  const series = seriesOfSegment(readings, segment);
  const standing = metricStanding(metric, series, today);
  const now = trend(metric, series);
  // Days of readings are the workspace's, which may be a day ahead of the reader's.
  const readOn = now !== null && now.on > today ? today : now?.on;
  const guarded = standing.guard !== undefined && segment === "";
  return (
    <Card label="Now">
      <FigureHead
        value={formatFigure(now?.value, metric.unit)}
        unit={`${metric.unit.label}${metric.estimated ? " (estimated)" : ""}`}
        mark={
          guarded ? (
            <StatusMark status={standing.guard === "breached" ? "bad" : "ok"}>{standing.guard}</StatusMark>
          ) : (
            <RangeMark
              state={rangeState(judgedMetric(metric, series, noted, segment))}
              goodDirection={metric.goodDirection}
              {...standing}
            />
          )
        }
        below={
          now === null || readOn === undefined
            ? undefined
            : [deltaWords(now, metric), `read ${formatDayAway(readOn, today)}`].filter(Boolean).join(" · ")
        }
      />
      {guarded ? (
        <p>
          {guardWords(
            metric,
            series.map((one) => one.value),
          )}
        </p>
      ) : null}
      {now === null ? (
        <p className={styles.soft}>Its line begins with the first reading.</p>
      ) : (
        <StretchPlot
          metric={segment === "" ? metric : whole(metric)}
          series={series}
          segment={segment}
          noted={noted}
          today={today}
        />
      )}
      <MetricProcess unit={metric.unit} series={series} today={today} />
      <SegmentSelect segments={segmentsOf(readings)} value={segment} onChange={onSegment} />
      {records ? (
        <Button kind={standing.old ? "owed" : "plain"} big href={`/metrics/${metric.id}/record`}>
          Record a reading
        </Button>
      ) : null}
    </Card>
  );
}

/** Floor, ceiling and target hold for the whole, not for a segment. */
function whole({ id, name, unit, cadence, goodDirection }: RowOf<"metric">) {
  return { id, name, unit, cadence, goodDirection };
}
