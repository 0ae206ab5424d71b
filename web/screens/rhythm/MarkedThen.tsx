import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { eventWords } from "../../charts/noted.ts";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import styles from "./Rhythm.module.css";

/** What people marked on days of a cycle: launches, changed definitions, expected dips. */
export function MarkedThen({ cycleId, rows, today }: { cycleId: string; rows: ReviewRows; today: string }) {
  const cycle = rows.cycles.find((one) => one.id === cycleId);
  if (cycle === undefined) return null;
  const marked = (rows.events ?? [])
    .filter((one) => one.on <= cycle.endsOn && (one.untilOn ?? one.on) >= cycle.startsOn)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  if (marked.length === 0)
    return <p className={styles.soft}>Nobody marked a launch or an expected dip in it.</p>;
  return (
    <ul>
      {marked.map((one) => (
        <li key={one.id}>
          <ListRow
            title={<span dir="auto">{eventWords(one, today)}</span>}
            detail={[
              formatDay(one.on, undefined, today),
              rows.metrics.find((metric) => metric.id === one.metricId)?.name,
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        </li>
      ))}
    </ul>
  );
}
