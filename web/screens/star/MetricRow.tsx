import type { ReactNode } from "react";
import { Link } from "wouter";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import { isCovered } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import styles from "./MetricRow.module.css";
import type { StarRows } from "./star-rows.ts";

const shown = 13;

/** A metric in a list: name and state word, its last quarter as a line, its value. */
export function MetricRow({
  metric,
  mark,
  rows,
  hrefOf,
  chosenId,
}: {
  metric: RowOf<"metric">;
  mark: ReactNode;
  rows: StarRows;
  hrefOf: (metricId: string) => string;
  chosenId: string | undefined;
}) {
  const values = (rows.series.get(metric.id) ?? []).slice(-shown).map((one) => one.value);
  return (
    <Link
      href={hrefOf(metric.id)}
      className={styles.row}
      aria-current={chosenId === metric.id ? "true" : undefined}
    >
      <span className={styles.words}>
        <span className={styles.name}>{metric.name}</span>
        {mark}
      </span>
      <span className={styles.line}>{values.length > 2 ? <Sparkline values={values} /> : null}</span>
      <span className={styles.figure}>
        <span className={styles.value}>{formatFigure(values.at(-1), metric.unit)}</span>
        {values.length > 0 && !isCovered(metric.unit) ? (
          <span className={styles.unit}>{metric.unit.label}</span>
        ) : null}
      </span>
    </Link>
  );
}
