import { bandOf, grade } from "../../../shared/okrs/progress.ts";
import { gradeOf } from "../../../shared/reviews/graded.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber } from "../../ui/value.ts";
import { bandHints, bandMarks, gradeUnit } from "./quarter-words.ts";
import styles from "./Retro.module.css";
import type { ReviewView } from "./review-view.ts";

/** The score a key result's check-ins give, its band, and what its owner made of it; both are kept. */
export function GradeFacts({ keyResult, view }: { keyResult: RowOf<"key-result">; view: ReviewView }) {
  const { score } = grade(keyResult, view.rows.checkInsOn(keyResult.id));
  const counted = gradeOf(keyResult) ?? score ?? undefined;
  const { mark, word } = bandMarks[counted === undefined ? "empty" : bandOf(counted, keyResult.commitment)];
  const { adjusted, reason } = keyResult.grade ?? {};
  return (
    <>
      <p className={styles.score}>
        <span className={styles.figure}>{formatNumber(counted, gradeUnit)}</span>
        <StatusMark status={mark}>{word}</StatusMark>
      </p>
      <p className={styles.soft}>{bandHints[keyResult.commitment]}</p>
      {adjusted === undefined ? (
        <p className={styles.soft}>
          {keyResult.state === "graded" ? "Graded as" : "Not graded yet; this is"} the score its check-ins
          give.
        </p>
      ) : (
        <p className={styles.said} dir="auto">
          {view.names.member(keyResult.grade!.by)} made {formatNumber(adjusted, gradeUnit)} of a score of{" "}
          {formatNumber(keyResult.grade?.score ?? score ?? undefined, gradeUnit)}: {reason}
        </p>
      )}
    </>
  );
}
