import type { KeyResult } from "../../shared/okrs/key-result.ts";
import { lineToStar, type Sky } from "../../shared/okrs/line.ts";
import styles from "./LineToStar.module.css";

/** One quiet line: this key result → the input it moves → the North Star. */
export function LineToStar({
  keyResult,
  sky,
  from = "this key result",
}: {
  keyResult: Pick<KeyResult, "moves">;
  sky: Sky;
  from?: string;
}) {
  const { metrics, northStar } = lineToStar(keyResult, sky);
  const steps = [
    from,
    ...metrics.filter((one) => one.id !== northStar?.metricId).map((one) => one.name),
    ...(northStar === undefined ? [] : ["North Star"]),
  ];
  return (
    <p className={styles.line}>
      {steps.map((step, index) => (
        <span key={index}>
          {index > 0 ? (
            <>
              <span className="visually-hidden">moves </span>
              <span aria-hidden="true">→ </span>
            </>
          ) : null}
          {step}{" "}
        </span>
      ))}
      {northStar === undefined ? <span className={styles.gap}>does not reach the North Star yet</span> : null}
    </p>
  );
}
