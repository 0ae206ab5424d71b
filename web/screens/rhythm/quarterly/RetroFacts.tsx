import { seriesOf } from "../../../../shared/metrics/series.ts";
import type { InputRetro, QuarterRetro } from "../../../../shared/reviews/quarter-retro.ts";
import {
  cannotSeparate,
  retroLines,
  verdictLine,
  verdictWords,
} from "../../../../shared/reviews/retro-words.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { MetricPlot } from "../../../charts/MetricPlot.tsx";
import { formatDay, plural } from "../../../ui/day.ts";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import { formatNumber, formatValue } from "../../../ui/value.ts";
import styles from "../Retro.module.css";
import type { ReviewView } from "../review-view.ts";
import { verdictMarks } from "./quarter-words.ts";

const before = 182;
const afterwards = 28;

/** One input's look back: the verdict, all its lines, its plot beside the North Star's, and what cannot be said. */
export function RetroFacts({
  look,
  quarter,
  view,
  today,
  alone = false,
}: {
  look: InputRetro;
  quarter: QuarterRetro;
  view: ReviewView;
  today: string;
  /** Without the North Star's plot, where that stands once above all inputs. */
  alone?: boolean;
}) {
  const { metric, retro } = look;
  const { star } = quarter;
  const day = (on: string) => formatDay(on, undefined, today);
  const speech = {
    ...{ input: metric.name, star: star.name, day },
    value: (value: number) => formatValue(value, star.unit),
    number: (value: number) => formatNumber(value, star.unit),
  };
  return (
    <>
      <p className={styles.verdict}>
        <StatusMark status={verdictMarks[retro.verdict]}>{verdictWords[retro.verdict]}</StatusMark>
      </p>
      <p>{verdictLine(retro)}</p>
      <div className={styles.plots}>
        {(alone ? [metric] : [metric, star]).map((one) => (
          <CyclePlot
            key={one.id}
            metric={one}
            cycle={quarter.cycle}
            view={view}
            today={today}
            isNamed={alone}
          />
        ))}
      </div>
      <dl className={styles.lines}>
        {retroLines(retro, speech).map(({ question, answer }) => (
          <div key={question}>
            <dt dir="auto">{question}</dt>
            <dd dir="auto">{answer}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {plural(retro.sight.within, "week")} of readings. {cannotSeparate}
      </p>
    </>
  );
}

/** A metric half a year before the cycle and a month after it, the cycle as a line along its foot. */
export function CyclePlot({
  metric,
  cycle,
  view,
  today,
  isNamed = false,
}: {
  metric: RowOf<"metric">;
  cycle: RowOf<"cycle">;
  view: ReviewView;
  today: string;
  /** Its name stands above it already. */
  isNamed?: boolean;
}) {
  const { rows } = view;
  const { startsOn, endsOn } = cycle;
  const series = seriesOf(rows.readingsOf(metric.id)).filter((one) => one.on <= addDays(endsOn, afterwards));
  const noted = { events: rows.events ?? [], anomalies: rows.anomalies, members: rows.members };
  const last = series.at(-1);
  return (
    <figure className={styles.plot}>
      <figcaption className={isNamed ? "visually-hidden" : styles.name} dir="auto">
        {metric.name}
      </figcaption>
      {last === undefined || last.on < startsOn ? (
        <p className={styles.soft}>No reading in the cycle.</p>
      ) : (
        <MetricPlot
          metric={metric}
          series={series}
          noted={noted}
          since={addDays(startsOn, -before)}
          began={{ from: startsOn, to: last.on < endsOn ? last.on : endsOn }}
          today={today}
        />
      )}
    </figure>
  );
}
