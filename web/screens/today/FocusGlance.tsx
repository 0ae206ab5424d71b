import { Link } from "wouter";
import type { Focus } from "../../../shared/focus/focus.ts";
import { focusWords } from "../../../shared/focus/words.ts";
import { current, expected, milestonesDone, progress } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { FocusView } from "../../store/focus.ts";
import { Bar } from "../../ui/Bar.tsx";
import { LineToStar } from "../../ui/LineToStar.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatValue } from "../../ui/value.ts";
import styles from "./Focus.module.css";
import { nameIn } from "./focus-names.ts";

/** The key result of the day: its line to the star, where it stands, and why it is this one. */
export function FocusGlance({ focus, view, on }: { focus: Focus; view: FocusView; on: string }) {
  const words = focusWords(focus, nameIn(view));
  const { keyResult, status } = focus;
  if (keyResult === undefined || words === undefined)
    return (
      <p className={styles.soft}>
        {focus.ranked.length === 0
          ? "No key result of this squad is running."
          : "Every key result of this squad is where it should be."}
      </p>
    );
  return (
    <>
      <div>
        <LineToStar keyResult={keyResult} sky={view.sky} />
        <div className={styles.head}>
          <h3 className={styles.title} dir="auto">
            <Link href={`/key-results/${keyResult.id}`}>{keyResult.title}</Link>
          </h3>
          {status ? <StatusMark status={status} /> : null}
        </div>
      </div>
      <Standing
        keyResult={keyResult}
        view={view}
        on={on}
        faded={status === "stale" || status === "no-data"}
      />
      <p className={styles.why}>
        {words.why}
        {words.detail === undefined ? (
          "."
        ) : (
          <span className={styles.soft} dir="auto">{`: ${words.detail}`}</span>
        )}
      </p>
    </>
  );
}

function Standing({
  keyResult,
  view,
  on,
  faded,
}: {
  keyResult: RowOf<"key-result">;
  view: FocusView;
  on: string;
  faded: boolean;
}) {
  const checkIns = view.rows.checkInsOn(keyResult.id);
  const cycle = view.rows.cycles.find((one) => one.id === keyResult.cycleId);
  const { direction, target, unit } = keyResult;
  if (cycle === undefined) return null;
  const now = current(checkIns);
  if (direction === "stay-above" || direction === "stay-below")
    return (
      <p className={styles.ends}>
        <span>{now === undefined ? "no check-in yet" : `now ${formatValue(now, unit)}`}</span>
        <span>{`to stay ${direction === "stay-above" ? "above" : "below"} ${formatValue(target, unit)}`}</span>
      </p>
    );
  const share = expected(keyResult, cycle, on);
  return (
    <div>
      <Bar
        progress={progress(keyResult, checkIns)?.shown ?? 0}
        expected={share}
        tone={faded ? "faded" : "plain"}
      />
      <p className={styles.ends}>
        <span>{nowWords(keyResult, checkIns)}</span>
        <span>{expectedWords(keyResult, share)}</span>
      </p>
    </div>
  );
}

function nowWords(keyResult: RowOf<"key-result">, checkIns: readonly RowOf<"check-in">[]): string {
  if (checkIns.length === 0) return "no check-in yet";
  if (keyResult.direction === "milestones")
    return `${milestonesDone(checkIns).size} of ${keyResult.milestones?.length ?? 0} milestones`;
  return `now ${formatValue(current(checkIns), keyResult.unit)}`;
}

function expectedWords({ direction, baseline, target, unit }: RowOf<"key-result">, share: number): string {
  if (direction === "milestones" || baseline === undefined || target === undefined)
    return `expected ${Math.round(share * 100)}% by now`;
  return `expected ${formatValue(baseline + share * (target - baseline), unit)} by now`;
}
