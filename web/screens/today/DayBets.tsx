import { useState } from "react";
import type { DayBets as Day, DayBet } from "../../../shared/focus/day-bets.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { nextWorkday } from "../../../shared/time/local-date.ts";
import { finishBet, moveBet, unfinishBet } from "../../store/bet-day.ts";
import type { FocusView } from "../../store/focus.ts";
import { useMemberId } from "../../store/me.ts";
import type { Saved } from "../../store/mutate.ts";
import { formatDayAway, formatWeekday } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { BetOfDay } from "./BetOfDay.tsx";
import { DoneSheet } from "./DoneSheet.tsx";
import styles from "./Focus.module.css";
import { nameIn } from "./focus-names.ts";

/**
 * What a squad means to do on a day, mine first: a tick finishes it, or it goes to the next working day. What was left
 * from a day before is offered again, never dropped.
 */
export function DayBets({
  day,
  view,
  on,
  empty,
}: {
  day: Day;
  view: FocusView;
  on: string;
  /** What to say while there is none. */
  empty?: string;
}) {
  const me = useMemberId();
  const task = useTask();
  const [finished, setFinished] = useState<readonly RowOf<"bet">[]>([]);
  const [concluding, setConcluding] = useState<RowOf<"bet">>();
  const nameOf = nameIn(view);
  const workdays =
    view.members.find((one) => one.id === me)?.preferences.workdays ?? view.rows.workspace.rhythm.workdays;
  const next = nextWorkday(on, workdays);
  const all = day.people.flatMap((one) => one.bets);
  const open = new Set(all.map((one) => one.bet.id));
  const done = finished.filter((one) => !open.has(one.id));

  const told = async (work: () => Promise<Saved>, text: string, back: () => Promise<Saved>) => {
    const did = await task.run(work);
    if (did) showToast({ text, action: { label: "Undo", onTap: () => void back() } });
    return did;
  };
  const keep = (bet: RowOf<"bet">) => setFinished([...finished.filter((one) => one.id !== bet.id), bet]);
  async function tick(bet: RowOf<"bet">) {
    if (bet.hypothesis !== undefined) return setConcluding(bet);
    if (
      await told(
        () => finishBet(bet),
        "Done",
        () => unfinishBet(bet),
      )
    )
      keep(bet);
  }
  const move = (bet: RowOf<"bet">, day: string) =>
    told(
      () => moveBet(bet, day),
      day === on ? "It is for today" : `Moved to ${dayWord(day, on).toLowerCase()}`,
      () => moveBet(bet, bet.todayOn ?? null),
    );
  const row = ({ bet, isJustified, isLeft }: DayBet) => (
    <BetOfDay
      key={bet.id}
      bet={bet}
      detail={[
        bet.ownerId === me ? "you" : bet.ownerId && nameOf(bet.ownerId),
        !isJustified && "no key result",
      ]}
      onTick={() => tick(bet)}
      moves={[
        ...(isLeft ? [{ label: "Today", onTap: () => move(bet, on) }] : []),
        { label: dayWord(next, on), onTap: () => move(bet, next) },
      ]}
    />
  );
  const today = all.filter((one) => !one.isLeft);
  const left = all.filter((one) => one.isLeft);
  return (
    <>
      <RefusalNote refused={task.refused} where="request" />
      {empty !== undefined && all.length + done.length === 0 ? <p className={styles.soft}>{empty}</p> : null}
      {today.length + done.length === 0 ? null : (
        <ul className={styles.list} aria-label="Today’s bets">
          {done.map((bet) => (
            <BetOfDay
              key={bet.id}
              bet={bet}
              detail={[bet.ownerId === me ? "you" : bet.ownerId && nameOf(bet.ownerId)]}
              isDone
              onTick={() => task.run(() => unfinishBet(bet))}
              moves={[]}
            />
          ))}
          {today.map(row)}
        </ul>
      )}
      {left.length === 0 ? null : (
        <div>
          <p className={styles.group}>{leftWords(left, on)}</p>
          <ul className={styles.list} aria-label="Left from before">
            {left.map(row)}
          </ul>
        </div>
      )}
      {concluding === undefined ? null : (
        <DoneSheet
          bet={concluding}
          onClose={() => setConcluding(undefined)}
          onDone={() => keep(concluding)}
        />
      )}
    </>
  );
}

/** "Left from yesterday", or from how long ago where there are several days. */
function leftWords(left: readonly DayBet[], on: string): string {
  const days = [...new Set(left.map((one) => one.bet.todayOn!))].sort();
  return days.length === 1 ? `Left ${fromWords(days[0]!, on)}` : "Left from the last days";
}

function fromWords(day: string, on: string): string {
  const away = formatDayAway(day, on);
  return away === "yesterday" || away.startsWith("on ") ? `from ${away.replace(/^on /, "")}` : `${away}`;
}

function dayWord(day: string, on: string): string {
  return formatDayAway(day, on) === "tomorrow" ? "Tomorrow" : formatWeekday(day);
}
