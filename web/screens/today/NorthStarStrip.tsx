import { Link } from "wouter";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import { type RangeState, rangeState, usualRange } from "../../../shared/metrics/usual-range.ts";
import { standing } from "../../../shared/okrs/line.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { type Reader, useLive } from "../../store/live.ts";
import { formatDay } from "../../ui/day.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber } from "../../ui/value.ts";
import styles from "./NorthStarStrip.module.css";

const rangeWords: Record<RangeState, string> = {
  learning: "",
  usual: ", usual range",
  above: ", above its range",
  below: ", below its range",
};

/** The North Star, on top of the day: its value, how it moved, and its line. The whole strip leads to Star. */
export function NorthStarStrip({ on }: { on: string }) {
  const star = useLive(readStar, []);
  if (star === undefined) return <div className={styles.strip} aria-busy="true" />;
  if (star === null) return <NoStar />;
  const { northStar, metric, readings } = star;
  const now = trend(metric, readings);
  const { old, ageDays } = metricStanding(metric, readings, on);
  const series = seriesOf(readings);
  const values = series.map((one) => one.value);
  return (
    <Link href="/star" className={styles.strip}>
      <span className={styles.name}>
        <Icon name="star" />
        <span data-star-name>
          North Star{northStar.state === "proposed" ? ", proposed" : ""} · {metric.name}
        </span>
      </span>
      <span className={styles.now}>
        <span className={styles.value}>{formatNumber(now?.value, metric.unit)}</span>{" "}
        <span className={styles.unit}>{metric.unit.label}</span>
      </span>
      <span className={styles.trend}>
        {now === null ? (
          "no reading yet"
        ) : old ? (
          <StatusMark status="stale">{`${ageDays} days old, from ${formatDay(now.on, undefined, on)}`}</StatusMark>
        ) : now.before === undefined ? (
          "the first reading"
        ) : (
          <span className={now.before.good ? styles.good : undefined}>
            {deltaWords(now, metric)}
            {rangeWords[rangeState(metric.unit, series)]}
            {metric.estimated ? ", estimated" : ""}
          </span>
        )}
      </span>
      <span className={styles.plot}>
        {values.length > 2 ? (
          <Sparkline values={values.slice(-16)} range={usualRange(metric.unit, series)} />
        ) : null}
      </span>
      {northStar.state === "proposed" ? (
        <span className={styles.note}>Not signed yet: the CEO and the CPO commit it on Star.</span>
      ) : null}
    </Link>
  );
}

function NoStar() {
  return (
    <Link href="/star" className={styles.strip}>
      <span className={styles.name}>
        <Icon name="star" />
        <span>No North Star yet</span>
      </span>
      <span className={styles.note}>
        One metric of customer value that every key result leads to. Propose one on Star; it stands here from
        then on.
      </span>
    </Link>
  );
}

async function readStar(read: Reader) {
  const northStar = standing(await read.list("north-star"))[0];
  if (northStar === undefined) return null;
  const [metric, readings] = await Promise.all([
    read.get("metric", northStar.metricId),
    read.list("reading", northStar.metricId),
  ]);
  return metric === undefined ? null : { northStar, metric, readings };
}
