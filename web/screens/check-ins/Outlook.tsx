import { type Outlook as Found, outlookAgainst } from "../../../shared/okrs/forecast-of.ts";
import { chanceWords, forecastWords } from "../../../shared/okrs/forecast-words.ts";
import type { Status } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { lowered } from "../../../shared/words/first-letter.ts";
import { formatGoal, formatValue } from "../../ui/value.ts";
import styles from "./Outlook.module.css";

/** Where it will end if it goes on like this: the chance in words, its span, and where it contradicts the pace. */
export function Outlook({
  outlook,
  keyResult: { direction, target, unit },
  status,
}: {
  outlook: Found;
  keyResult: RowOf<"key-result">;
  status: Status;
}) {
  const against = outlookAgainst(status, outlook);
  const goal = formatGoal(target, unit);
  const heads = direction === "increase" || direction === "decrease";
  return (
    <div className={styles.outlook}>
      <p>
        <strong>{heads ? `To reach ${goal}:` : `To end on the right side of ${goal}:`}</strong>{" "}
        {lowered(forecastWords(outlook))}
      </p>
      {outlook.stretch === undefined ? null : (
        <p>
          To come 70% of the way, {formatGoal(outlook.stretch.value, unit)}: about{" "}
          {chanceWords(outlook.stretch.probability)}.
        </p>
      )}
      <p className={styles.soft}>
        80% interval: it ends between {formatValue(outlook.low, unit)} and {formatValue(outlook.high, unit)}{" "}
        in 8 of 10 such quarters.
      </p>
      {against === undefined ? null : (
        <p className={styles.against}>
          {against === "worse"
            ? "The pace looks fine, the forecast does not: lately it has moved too little, or too unevenly, to count on the rest."
            : "The pace looks poor, the forecast does not: lately it has moved fast enough to make up for the start."}
        </p>
      )}
    </div>
  );
}
