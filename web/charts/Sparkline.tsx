import styles from "./chart.module.css";
import { pathOf, valueScale } from "./scale.ts";

/**
 * A thin line of the last values with its last point dotted; `range` is the water behind it, its centre dashed. Without a
 * `label` it is decoration beside a number that says the same.
 */
export function Sparkline({
  values,
  range,
  label,
}: {
  values: readonly number[];
  range?: { low: number; centre: number; high: number } | undefined;
  label?: string;
}) {
  if (values.length === 0) return null;
  const y = valueScale(range === undefined ? values : [...values, range.low, range.high]);
  const x = (index: number) => Math.round((10_000 * index) / Math.max(1, values.length - 1)) / 100;
  const last = values.length - 1;
  return (
    <svg className={styles.sparkline} role="img" aria-label={label} aria-hidden={label === undefined}>
      {range === undefined ? null : (
        <>
          <rect
            className={styles.water}
            width="100%"
            y={`${y(range.high)}%`}
            height={`${Math.round((y(range.low) - y(range.high)) * 100) / 100}%`}
          />
          <line
            className={styles.centre}
            x1="0%"
            x2="100%"
            y1={`${y(range.centre)}%`}
            y2={`${y(range.centre)}%`}
          />
        </>
      )}
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.stretch}>
        <path className={styles.line} d={pathOf(values.map((value, index) => [x(index), y(value)]))} />
      </svg>
      <circle
        className={styles.last}
        cx={`${last === 0 ? 100 : x(last)}%`}
        cy={`${y(values[last]!)}%`}
        r="4"
      />
    </svg>
  );
}
