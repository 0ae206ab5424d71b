import { Link } from "wouter";
import { expected, progress } from "../../../shared/okrs/progress.ts";
import { Bar } from "../../ui/Bar.tsx";
import { formatDayAway } from "../../ui/day.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatValue } from "../../ui/value.ts";
import { type CardData, dayOf } from "./card-data.ts";
import styles from "./KeyResultRow.module.css";
import { statusWith } from "./why.ts";

/** One key result in a list: what it is, where it stands against what is expected, and when it was last said. */
export function KeyResultRow({ data, on }: { data: CardData; on: string }) {
  const { keyResult, cycle, checkIns, said, owner, me } = data;
  const now = statusWith(data, on);
  const made = progress(keyResult, checkIns)?.shown;
  const last = said.at(-1);
  const limit = keyResult.direction === "stay-above" || keyResult.direction === "stay-below";
  const value = last?.latest.value === undefined ? undefined : formatValue(last.latest.value, keyResult.unit);
  const spoken = last === undefined ? "no check-in yet" : formatDayAway(dayOf(last.original.at, data), on);
  const breached = data.guardrails.filter((one) => one.guard === "breached").length;
  return (
    <li className={styles.item}>
      <Link href={`/key-results/${keyResult.id}`} className={styles.row}>
        <span className={styles.head}>
          <span className={styles.title}>{keyResult.title}</span>
          <StatusMark status={now} />
        </span>
        {limit ? null : (
          <Bar
            progress={made ?? 0}
            expected={expected(keyResult, cycle, on)}
            tone={now === "stale" || now === "no-data" ? "faded" : "plain"}
          />
        )}
        <span className={styles.foot}>
          <span>
            {owner !== undefined && owner.id !== me ? `${owner.name} · ` : ""}
            {value === undefined ? spoken : `${value}, ${spoken}`}
            {last === undefined ? "" : `, confidence ${last.latest.confidence}`}
          </span>
          {breached > 0 ? <StatusMark status="bad">guardrail breached</StatusMark> : null}
        </span>
      </Link>
    </li>
  );
}
