import { centreOf, type Edge, outlineOf, stepOf } from "../../shared/charts/band.ts";
import styles from "./chart.module.css";

/** What was expected of each reading, as water with its centre dashed. What lies beyond the plot is cut off. */
export function Band({ pieces }: { pieces: readonly (readonly Edge[])[] }) {
  const drawn = pieces.filter((one) => one.length > 0);
  if (drawn.length === 0) return null;
  const step = stepOf(drawn.flat().map((one) => one.x));
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.clipped}>
      <path className={styles.water} d={drawn.map((one) => outlineOf(one, step)).join("")} />
      <path className={styles.centre} d={drawn.map((one) => centreOf(one, step)).join("")} />
    </svg>
  );
}
