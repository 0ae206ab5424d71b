import type { Point } from "../../shared/charts/scale.ts";
import chart from "./chart.module.css";
import styles from "./Multiples.module.css";
import { PlotField } from "./PlotField.tsx";

export interface Multiple {
  name: string;
  points: readonly Point[];
  /** The last value in words, written beside the name. */
  lastWord: string;
  /** Said to screen readers in place of the drawing. */
  label: string;
}

/** Lines side by side on one scale, each with its own name and value: what an overlay would knot together. */
export function Multiples({
  lines,
  from,
  to,
  gapDays,
}: {
  lines: readonly Multiple[];
  from: string;
  to: string;
  gapDays?: number | undefined;
}) {
  const among = lines.flatMap(({ points }) => extremes(points));
  return (
    <ul className={styles.multiples}>
      {lines.map(({ name, points, lastWord, label }) => (
        <li key={name}>
          <figure className={chart.plot}>
            <figcaption className={styles.caption}>
              <span className={styles.captionName}>{name}</span>
              <span className={styles.captionValue}>{lastWord}</span>
            </figcaption>
            <PlotField
              small
              points={points}
              from={from}
              to={to}
              gapDays={gapDays}
              among={among}
              label={label}
            />
          </figure>
        </li>
      ))}
    </ul>
  );
}

function extremes(points: readonly Point[]): number[] {
  const values = points.map((one) => one.value);
  return values.length === 0
    ? []
    : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
