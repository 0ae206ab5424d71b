import type { Scale } from "../../shared/charts/scale.ts";
import styles from "./chart.module.css";

/** What somebody marked: on a day, or until another one. */
export interface Mark {
  id: string;
  on: string;
  untilOn?: string | undefined;
}

/** A thin line down the day something was marked on, and along the foot of the plot for as long as it lasted. */
export function Marks({
  marks,
  began,
  from,
  to,
  scale,
}: {
  marks: readonly Mark[];
  /** Drawn along the foot, stronger: what the plot is about. */
  began?: { from: string; to: string } | undefined;
  from: string;
  to: string;
  scale: Scale;
}) {
  const along = (one: { from: string; to: string }) => ({
    x1: `${Math.max(0, scale.x(one.from))}%`,
    x2: `${Math.min(100, scale.x(one.to))}%`,
    ...{ y1: "100%", y2: "100%" },
  });
  const drawn = marks.filter((one) => one.on <= to && (one.untilOn ?? one.on) >= from);
  return (
    <>
      {drawn.map(({ id, on, untilOn }) => (
        <g key={id}>
          {on < from ? null : (
            <line className={styles.mark} x1={`${scale.x(on)}%`} x2={`${scale.x(on)}%`} y1="0%" y2="100%" />
          )}
          {untilOn === undefined ? null : (
            <line className={styles.dip} {...along({ from: on, to: untilOn })} />
          )}
        </g>
      ))}
      {began === undefined || began.from === began.to ? null : (
        <line className={styles.began} {...along(began)} />
      )}
    </>
  );
}
