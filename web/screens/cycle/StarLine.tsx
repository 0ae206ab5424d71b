import { Link } from "wouter";
import { trend } from "../../../shared/metrics/trend.ts";
import { standing } from "../../../shared/okrs/line.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { formatValue } from "../../ui/value.ts";
import styles from "./StarLine.module.css";

/** The North Star above whatever is planned to move it: its name, its value and how it moved. Leads to Star. */
export function StarLine() {
  const star = useLive(readStar, []);
  if (star === undefined || star === null) return null;
  const { metric, readings } = star;
  const now = trend(metric, readings);
  return (
    <Link href="/star" className={styles.line}>
      <Icon name="star" />
      <span>
        <span className={styles.name}>{metric.name}</span>{" "}
        <span className={styles.now}>
          {now === null
            ? "no reading yet"
            : [formatValue(now.value, metric.unit), deltaWords(now, metric)].filter(Boolean).join(", ")}
        </span>
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
  return metric === undefined ? null : { metric, readings };
}
