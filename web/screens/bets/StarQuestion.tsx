import { Link } from "wouter";
import { standing } from "../../../shared/okrs/line.ts";
import styles from "./Bets.module.css";
import type { BetRows } from "./bet-rows.ts";

/** The question over every list of work: which of it moves the North Star? Nothing while there is none. */
export function StarQuestion({ rows }: { rows: Pick<BetRows, "northStars" | "metrics"> }) {
  const northStar = standing(rows.northStars)[0];
  const metric = rows.metrics.find((one) => one.id === northStar?.metricId);
  if (metric === undefined) return null;
  return (
    <p className={styles.asks}>
      Which of these moves{" "}
      <Link href="/star" className={styles.star}>
        {metric.name}
      </Link>
      ? Of two, the one that moves it more goes first.
    </p>
  );
}
