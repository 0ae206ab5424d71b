import { type Edge, inSight } from "../../shared/charts/band.ts";
import { pathOf, valueScale } from "../../shared/charts/scale.ts";
import { Band } from "./Band.tsx";
import styles from "./chart.module.css";

type Expected = Omit<Edge, "x">;

/**
 * A thin line of the last values with its last point dotted; `band` is what was expected of each of them, where something
 * was, as water behind it. Without a `label` it is decoration beside a number that says the same.
 */
export function Sparkline({
  values,
  band = [],
  label,
}: {
  values: readonly number[];
  band?: readonly (Expected | undefined)[];
  label?: string;
}) {
  if (values.length === 0) return null;
  const known = band.filter((one) => one !== undefined && Number.isFinite(one.high - one.low));
  const y = valueScale([...values, ...inSight(values, known as Expected[])]);
  const x = (index: number) => Math.round((10_000 * index) / Math.max(1, values.length - 1)) / 100;
  const last = values.length - 1;
  const edges = band.flatMap((one, index): Edge[] =>
    one !== undefined && known.includes(one)
      ? [{ x: x(index), low: y(one.low), centre: y(one.centre), high: y(one.high) }]
      : [],
  );
  return (
    <svg className={styles.sparkline} role="img" aria-label={label} aria-hidden={label === undefined}>
      <Band pieces={[edges]} />
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
