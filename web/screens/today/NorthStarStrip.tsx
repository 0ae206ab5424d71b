import { Suspense } from "react";
import { Link } from "wouter";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { metricStanding } from "../../../shared/metrics/standing.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import { standing } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { formatDay } from "../../ui/day.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { lazyPart } from "../../ui/lazy-part.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber } from "../../ui/value.ts";
import styles from "./NorthStarStrip.module.css";

/** Rows the strip is drawn from; `series` oldest first, one a day. */
export interface StarToday {
  northStar: RowOf<"north-star">;
  metric: RowOf<"metric">;
  series: RowOf<"reading">[];
  events: RowOf<"event">[];
  anomalies: RowOf<"anomaly">[];
}

const StarLine = lazyPart(() => import("./StarRange.tsx"), "StarLine");
const StarRangeWord = lazyPart(() => import("./StarRange.tsx"), "StarRangeWord");

/** The North Star, on top of the day: its value, how it moved, and its line. The whole strip leads to Star. */
export function NorthStarStrip({ on }: { on: string }) {
  const star = useLive(readStar, []);
  if (star === undefined) return <div className={styles.strip} aria-busy="true" />;
  if (star === null) return <NoStar />;
  const { northStar, metric, series } = star;
  const now = trend(metric, series);
  const { old, ageDays } = metricStanding(metric, series, on);
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
            <Suspense>
              <StarRangeWord star={star} />
            </Suspense>
            {metric.estimated ? ", estimated" : ""}
          </span>
        )}
      </span>
      <span className={styles.plot}>
        {series.length > 2 ? (
          <Suspense>
            <StarLine star={star} />
          </Suspense>
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

async function readStar(read: Reader): Promise<StarToday | null> {
  const northStar = standing(await read.list("north-star"))[0];
  if (northStar === undefined) return null;
  const [metric, readings, events, anomalies] = await Promise.all([
    read.get("metric", northStar.metricId),
    read.list("reading", northStar.metricId),
    read.list("event"),
    read.list("anomaly"),
  ]);
  return metric === undefined ? null : { northStar, metric, series: seriesOf(readings), events, anomalies };
}
