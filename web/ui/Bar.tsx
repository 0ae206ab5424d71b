import styles from "./Bar.module.css";
import { classes } from "./classes.ts";

/**
 * Progress 0–1 on the water, with the expected-by-now tick in ink. `tone="faded"` is for a number that is stale. Drawn in
 * SVG, because percent lengths need no style attribute there. `label` says it in words; without one the bar is decoration.
 */
export function Bar({
  progress,
  expected,
  tone = "plain",
  label,
}: {
  progress: number;
  expected?: number | undefined;
  tone?: "plain" | "faded";
  label?: string;
}) {
  const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
  return (
    <svg className={styles.bar} role="img" aria-label={label} aria-hidden={label === undefined}>
      <rect className={styles.water} width="100%" y="5" height="10" rx="5" />
      {progress > 0 ? (
        <rect
          className={classes(styles.fill, styles[tone])}
          width={percent(progress)}
          y="5"
          height="10"
          rx="5"
        />
      ) : null}
      {expected === undefined ? null : (
        <>
          <line className={styles.halo} x1={percent(expected)} x2={percent(expected)} y1="3" y2="17" />
          <line className={styles.tick} x1={percent(expected)} x2={percent(expected)} y1="1" y2="19" />
        </>
      )}
    </svg>
  );
}
