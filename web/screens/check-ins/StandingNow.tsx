import { confidenceWord, disagreement } from "../../../shared/okrs/confidence.ts";
import { expected, milestonesDone, progress } from "../../../shared/okrs/progress.ts";
import { beyondWords } from "../../../shared/okrs/progress-words.ts";
import { Bar } from "../../ui/Bar.tsx";
import { formatDay, formatDayAway } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber, formatValue, unitWord } from "../../ui/value.ts";
import { type CardData, dayOf } from "./card-data.ts";
import { promiseOf } from "./question.ts";
import styles from "./StandingNow.module.css";
import { statusWith } from "./why.ts";

/** The number, its status, the bar with its tick, and what the owner believes; where the two disagree, that too. */
export function StandingNow({ data, on }: { data: CardData; on: string }) {
  const { keyResult, cycle, checkIns, said } = data;
  const now = statusWith(data, on);
  const last = said.at(-1);
  const made = progress(keyResult, checkIns);
  const beyond = beyondWords(keyResult, made);
  const limit = keyResult.direction === "stay-above" || keyResult.direction === "stay-below";
  const belief = last === undefined ? undefined : disagreement(last.latest.confidence, now);
  const milestones = keyResult.direction === "milestones";
  return (
    <>
      <div className={styles.head}>
        <p>
          <span className={styles.number}>
            {milestones ? milestonesDone(checkIns).size : formatNumber(last?.latest.value, keyResult.unit)}
          </span>{" "}
          <span className={styles.soft}>
            {milestones
              ? `of ${keyResult.milestones?.length ?? 0} milestones`
              : keyResult.unit.scale === "ratio"
                ? ""
                : unitWord(keyResult.unit)}
          </span>
        </p>
        <StatusMark status={now} />
      </div>
      {milestones ? null : <p className={styles.soft}>{promiseOf(keyResult)}</p>}
      {limit ? null : (
        <div>
          <Bar
            progress={made?.shown ?? 0}
            expected={expected(keyResult, cycle, on)}
            tone={now === "stale" || now === "no-data" ? "faded" : "plain"}
          />
          <p className={styles.ends}>
            <span>
              {last === undefined
                ? "no check-in yet"
                : [`said ${formatDayAway(dayOf(last.original.at, data), on)}`, beyond]
                    .filter(Boolean)
                    .join(", ")}
            </span>
            <span>{expectedWords(data, on)}</span>
          </p>
        </div>
      )}
      {milestones ? <MilestoneList data={data} /> : null}
      {last === undefined ? null : (
        <p>
          <strong>
            {data.owner?.name ?? "The owner"} says {last.latest.confidence} of 10,{" "}
            {confidenceWord(last.latest.confidence)}.
          </strong>{" "}
          {paceWords(belief, now === "stale")}
        </p>
      )}
    </>
  );
}

/** What there is to set against what the owner believes; nothing where both agree. */
function paceWords(belief: ReturnType<typeof disagreement>, isStale: boolean): string {
  if (belief === undefined) return "";
  if (belief === "doubtful") return "The pace is better than that.";
  return isStale ? "Nobody has checked in since." : "The pace says otherwise.";
}

function MilestoneList({ data: { keyResult, checkIns } }: { data: CardData }) {
  const done = milestonesDone(checkIns);
  return (
    <ul className={styles.milestones}>
      {keyResult.milestones?.map((one) => (
        <li key={one.id} className={done.has(one.id) ? undefined : styles.open}>
          {done.has(one.id) ? <Icon name="check" /> : null}
          <span>
            {one.title}
            <span className="visually-hidden">{done.has(one.id) ? ", done" : ", not done yet"}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function expectedWords({ keyResult, cycle }: CardData, on: string): string {
  const { direction, baseline, target, unit } = keyResult;
  if (on < cycle.startsOn) return `starts ${formatDay(cycle.startsOn, undefined, on)}`;
  const share = expected(keyResult, cycle, on);
  if (direction === "milestones") return `expected ${Math.round(share * 100)}% by now`;
  if (baseline === undefined || target === undefined) return "";
  return `expected ${formatValue(baseline + share * (target - baseline), unit)} by now`;
}
