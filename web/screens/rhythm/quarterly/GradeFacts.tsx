import { standing } from "../../../../shared/check-ins/history.ts";
import { bandOf, grade } from "../../../../shared/okrs/progress.ts";
import { gradeOf } from "../../../../shared/reviews/graded.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { daysBetween, localDate } from "../../../../shared/time/local-date.ts";
import { plural } from "../../../ui/day.ts";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import { formatNumber } from "../../../ui/value.ts";
import styles from "../Retro.module.css";
import type { ReviewView } from "../review-view.ts";
import { whereItIs } from "../where-it-is.ts";
import { bandHints, bandMarks, gradeUnit } from "./quarter-words.ts";

/** The score a key result's check-ins give, its band, and what its owner made of it; both are kept. */
export function GradeFacts({ keyResult, view }: { keyResult: RowOf<"key-result">; view: ReviewView }) {
  const checkIns = view.rows.checkInsOn(keyResult.id);
  const { score } = grade(keyResult, checkIns);
  const counted = gradeOf(keyResult) ?? score ?? undefined;
  const { mark, word } = bandMarks[counted === undefined ? "empty" : bandOf(counted, keyResult.commitment)];
  const { adjusted, reason } = keyResult.grade ?? {};
  return (
    <>
      <p className={styles.score}>
        <span className={styles.figure}>{formatNumber(counted, gradeUnit)}</span>
        <StatusMark status={mark}>{word}</StatusMark>
      </p>
      <Reached keyResult={keyResult} checkIns={checkIns} view={view} />
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

/** Where its check-ins left it, and how long before the end of the cycle the last of them was made. */
function Reached({
  keyResult,
  checkIns,
  view: { rows, names },
}: {
  keyResult: RowOf<"key-result">;
  checkIns: readonly RowOf<"check-in">[];
  view: ReviewView;
}) {
  const last = standing(checkIns).at(-1);
  const cycle = rows.cycles.find((one) => one.id === keyResult.cycleId);
  if (last === undefined || cycle === undefined)
    return <p className={styles.soft}>{names.member(keyResult.ownerId)} never checked in.</p>;
  const said = localDate(last.original.at, rows.workspace.zone);
  const weeks = Math.floor(daysBetween(said, cycle.endsOn) / 7);
  return (
    <>
      <p>{whereItIs(keyResult, checkIns)}</p>
      <p className={styles.soft}>
        Last checked in by {names.member(last.latest.authorId)} on {names.day(said)}
        {weeks > 2 ? `, ${plural(weeks, "week")} before the cycle ended` : ""}.
      </p>
    </>
  );
}
