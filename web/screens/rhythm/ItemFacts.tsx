import { seriesOf } from "../../../shared/metrics/series.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import { gradeOf } from "../../../shared/reviews/graded.ts";
import type { ReviewSubject } from "../../../shared/reviews/review.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { isTold } from "../../store/reviews.ts";
import { formatDay } from "../../ui/day.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { guardWords } from "../../ui/guard-words.ts";
import { whatHappened } from "../../ui/signal-words.ts";
import { formatNumber } from "../../ui/value.ts";
import { KeyResultFacts } from "./KeyResultFacts.tsx";
import { gradeUnit } from "./quarterly/quarter-words.ts";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";

/** What the data says of an item, beyond why it stands on the agenda. */
export function ItemFacts({
  subject,
  view,
  today,
}: {
  subject: ReviewSubject;
  view: ReviewView;
  today: string;
}) {
  const { rows, names } = view;
  const { kind, id } = subject;
  switch (kind) {
    case "key-result": {
      const keyResult = rows.keyResults.find((one) => one.id === id);
      const cycle = rows.cycles.find((one) => one.id === keyResult?.cycleId);
      if (keyResult === undefined || cycle === undefined) return null;
      if (isTold(cycle) || cycle.id === view.terms.cycleId)
        return <KeyResultFacts keyResult={keyResult} view={view} today={today} />;
      const grade = gradeOf(keyResult);
      return (
        <p className={styles.soft}>
          Of {cycle.name}
          {grade === undefined ? "" : `, graded ${formatNumber(grade, gradeUnit)}`}.
        </p>
      );
    }
    case "metric":
      return <MetricFacts metricId={id} view={view} />;
    case "north-star": {
      const star = rows.northStars.find((one) => one.id === id);
      if (star === undefined) return null;
      return (
        <>
          <p className={styles.said} dir="auto">
            {star.statement}
          </p>
          <MetricFacts metricId={star.metricId} view={view} />
          <p className={styles.soft}>
            {star.state === "committed" ? "Committed" : "Proposed"} for {star.horizonMonths} months. Keeping
            it is a decision here; another one is proposed in the workshop and stands once both have signed
            it.
          </p>
        </>
      );
    }
    case "anomaly": {
      const anomaly = rows.anomalies.find((one) => one.id === id);
      if (anomaly === undefined) return null;
      const { series, answer } = anomaly;
      const metric = rows.metrics.find((one) => one.id === series.id);
      const unit = (metric ?? rows.keyResults.find((one) => one.id === series.id))?.unit;
      if (unit === undefined) return null;
      return (
        <>
          <p>
            {names.day(anomaly.on)}: {whatHappened(anomaly, { unit, cadence: metric?.cadence ?? "weekly" })}
          </p>
          {answer === undefined ? null : (
            <p className={styles.said} dir="auto">
              {names.member(answer.by)}: {answer.text}
            </p>
          )}
        </>
      );
    }
    case "blocker": {
      const on = rows.keyResults.find((one) => rows.blockersOn(one.id).some((two) => two.id === id));
      const blocker = on && rows.blockersOn(on.id).find((one) => one.id === id);
      if (on === undefined || blocker === undefined) return null;
      return (
        <p className={styles.soft}>
          On <span dir="auto">{on.title}</span>, with {names.member(blocker.ownerId)} since{" "}
          {formatDay(blocker.openedAt.slice(0, 10), undefined, today)}
          {blocker.resolvedAt === undefined ? "" : ", resolved since"}
        </p>
      );
    }
    case "topic": {
      const test = Object.values(testWords).find((one) => one.title === id);
      return test === undefined ? null : <p className={styles.soft}>{test.evidence}</p>;
    }
    default:
      return null;
  }
}

function MetricFacts({ metricId, view }: { metricId: string; view: ReviewView }) {
  const metric = view.rows.metrics.find((one) => one.id === metricId);
  if (metric === undefined) return null;
  const series = seriesOf(view.rows.readingsOf(metricId));
  const values = series.map((one) => one.value);
  const now = trend(metric, series);
  const isGuarded = metric.floor !== undefined || metric.ceiling !== undefined;
  return (
    <div className={styles.metric}>
      <p>
        <span className={styles.figure}>{formatNumber(now?.value, metric.unit)}</span>{" "}
        <span className={styles.soft}>{metric.unit.label}</span>
        <span className={styles.trend}>{now === null ? "no reading yet" : deltaWords(now, metric)}</span>
        {now !== null && isGuarded ? (
          <span className={styles.trend}>{guardWords(metric, values)}</span>
        ) : null}
      </p>
      {series.length > 2 ? (
        <span className={styles.plot}>
          <Sparkline values={values.slice(-16)} />
        </span>
      ) : null}
    </div>
  );
}
