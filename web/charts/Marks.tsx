import styles from "./chart.module.css";
import type { Scale } from "./scale.ts";

/** What somebody marked: on a day, or until another one. */
export interface Mark {
  id: string;
  on: string;
  untilOn?: string | undefined;
}

/** A thin line down the day something was marked on, and along the foot of the plot for as long as it lasted. */
export function Marks({
  marks,
  from,
  to,
  scale,
}: {
  marks: readonly Mark[];
  from: string;
  to: string;
  scale: Scale;
}) {
  return marks
    .filter((one) => one.on <= to && (one.untilOn ?? one.on) >= from)
    .map(({ id, on, untilOn }) => {
      const begin = `${Math.max(0, scale.x(on))}%`;
      const end = untilOn === undefined ? undefined : `${Math.min(100, scale.x(untilOn))}%`;
      return (
        <g key={id}>
          {on < from ? null : <line className={styles.mark} x1={begin} x2={begin} y1="0%" y2="100%" />}
          {end === undefined ? null : <line className={styles.dip} x1={begin} x2={end} y1="100%" y2="100%" />}
        </g>
      );
    });
}
