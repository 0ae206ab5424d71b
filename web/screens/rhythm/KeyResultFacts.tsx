import { confidenceWord } from "../../../shared/okrs/confidence.ts";
import { keyResultNow } from "../../../shared/reviews/key-result-now.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { Bar } from "../../ui/Bar.tsx";
import { formatDayAway } from "../../ui/day.ts";
import { LineToStar } from "../../ui/LineToStar.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";
import { whereItIs } from "./where-it-is.ts";

/** Where a key result stands, what its owner said last, and what it is tied to. */
export function KeyResultFacts({
  keyResult,
  view,
  today,
}: {
  keyResult: RowOf<"key-result">;
  view: ReviewView;
  today: string;
}) {
  const { rows, names } = view;
  const now = keyResultNow(keyResult, today, rows);
  const { direction } = keyResult;
  const last = now?.last;
  const limit = direction === "stay-above" || direction === "stay-below";
  const said = last && localDate(last.original.at, rows.workspace.zone);
  const { northStars, metrics } = rows;
  return (
    <>
      <LineToStar keyResult={keyResult} sky={{ metrics, northStars }} />
      {now === undefined ? null : (
        <div className={styles.doors}>
          <span>{whereItIs(keyResult, rows.checkInsOn(keyResult.id))}</span>
          <StatusMark status={now.status} />
        </div>
      )}
      {now === undefined || limit ? null : (
        <Bar
          progress={now.progress ?? 0}
          expected={now.expected}
          tone={now.status === "stale" ? "faded" : "plain"}
        />
      )}
      {last === undefined || said === undefined ? (
        <p className={styles.soft}>{names.member(keyResult.ownerId)} has not checked in yet.</p>
      ) : (
        <>
          <p className={styles.soft}>
            {names.member(keyResult.ownerId)} says {last.latest.confidence} of 10,{" "}
            {confidenceWord(last.latest.confidence)}, {formatDayAway(said, today)}
          </p>
          {last.latest.note ? (
            <p className={styles.said} dir="auto">
              {last.latest.note}
            </p>
          ) : null}
        </>
      )}
    </>
  );
}
