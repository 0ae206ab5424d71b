import { useState } from "react";
import { useParams } from "wouter";
import { cannotMove, isOpen, justification } from "../../../shared/bets/backlog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay, formatDayAway } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { BetFacts } from "./BetFacts.tsx";
import styles from "./Bets.module.css";
import { type BetRows, betRows, keyResultIn } from "./bet-rows.ts";
import { ConcludeBet } from "./ConcludeBet.tsx";
import { outcomeMarks, stateWord } from "./words.ts";

const back = { href: "/bets", label: "the bets" };

/** A bet's page: what it is, what it stands on, and the next thing to do with it. */
export function Bet() {
  const { id = "" } = useParams<{ id: string }>();
  const rows = useLive(betRows, []);
  if (rows === undefined) return <Page title="Bet" back={back} children={null} />;
  const bet = rows.bets.find((one) => one.id === id);
  if (bet === undefined)
    return (
      <Page title="Bet" back={back}>
        <EmptyState
          title="This bet is not here"
          body="It may belong to another workspace, or not have reached this phone yet."
          action={<Button href="/bets">Go to the bets</Button>}
        />
      </Page>
    );
  return <Found bet={bet} rows={rows} />;
}

function Found({ bet, rows }: { bet: RowOf<"bet">; rows: BetRows }) {
  const today = useToday();
  const [mayRevise] = useMay([["bet.revise", { betId: bet.id }]]);
  const squad = rows.squads.find((one) => one.id === bet.squadId)?.name;
  const owner = rows.members.find((one) => one.id === bet.ownerId)?.name;
  const detail = [squad, owner ?? "nobody works on it yet", stateWord(bet)].filter(Boolean).join(" · ");
  return (
    // When it ends its actions go; a page of its own takes keyboard focus to the heading, which says so.
    <Page key={isOpen(bet) ? "open" : "ended"} title={bet.title} detail={detail} back={back}>
      <Card label="The bet">
        <Standing bet={bet} rows={rows} today={today} />
        <BetFacts bet={bet} rows={rows} today={today} />
      </Card>
      {mayRevise === true ? (
        isOpen(bet) ? (
          <OpenActions bet={bet} today={today} />
        ) : (
          <EndedActions bet={bet} />
        )
      ) : null}
    </Page>
  );
}

function Standing({ bet, rows, today }: { bet: RowOf<"bet">; rows: BetRows; today: string }) {
  if (!isOpen(bet))
    return (
      <StatusMark status={outcomeMarks[bet.state as keyof typeof outcomeMarks]}>{stateWord(bet)}</StatusMark>
    );
  const stands = justification(bet, keyResultIn(rows));
  return (
    <>
      {cannotMove(bet) ? (
        <StatusMark status="no-data">cannot move the North Star, so it stands at the bottom</StatusMark>
      ) : stands === "justified" ? null : (
        <StatusMark status="warn">
          {stands === "over" ? "the key result it stood on is over" : "no key result justifies it"}
        </StatusMark>
      )}
      {bet.todayOn === undefined ? null : <p className={styles.soft}>{dayLine(bet.todayOn, today)}</p>}
    </>
  );
}

/** "For today", "For tomorrow", "For 23 Nov"; "Was meant for yesterday" when the day has passed. */
function dayLine(on: string, today: string): string {
  const near = on === today || on === addDays(today, 1) || on === addDays(today, -1);
  const day = near ? formatDayAway(on, today) : formatDay(on, undefined, today);
  return on < today ? `Was meant for ${day}` : `For ${day}`;
}

function OpenActions({ bet, today }: { bet: RowOf<"bet">; today: string }) {
  const { id: betId, todayOn } = bet;
  const [concluding, setConcluding] = useState(false);
  const task = useTask();
  const isToday = todayOn !== undefined && todayOn <= today;
  const revise = (
    changes: { todayOn?: string | null; state?: "doing" | "dropped" },
    text: string,
    back: typeof changes,
  ) =>
    task
      .run(() => mutate("bet.revise", { betId, ...changes }))
      .then((done) => {
        if (done)
          showToast({
            text,
            action: { label: "Undo", onTap: () => void mutate("bet.revise", { betId, ...back }) },
          });
      });
  const before = { todayOn: todayOn ?? null };
  return (
    <>
      <RefusalNote refused={task.refused} />
      <SideBySide>
        {bet.state === "doing" ? (
          <Button kind="owed" onClick={() => setConcluding(true)}>
            Conclude it
          </Button>
        ) : (
          <Button
            kind="owed"
            onClick={() => revise({ state: "doing" }, "In the works", { state: bet.state as "doing" })}
          >
            Start it
          </Button>
        )}
        {isToday ? (
          <Button onClick={() => revise({ todayOn: addDays(today, 1) }, "Moved to tomorrow", before)}>
            Move to tomorrow
          </Button>
        ) : (
          <Button onClick={() => revise({ todayOn: today }, "It is for today", before)}>For today</Button>
        )}
        <Button href={`/bets/${betId}/edit`}>Edit</Button>
        {bet.state === "doing" ? null : (
          <Button kind="quiet" onClick={() => setConcluding(true)}>
            Conclude it
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => revise({ state: "dropped" }, "Bet dropped", { state: bet.state as "doing" })}
        >
          Drop it
        </Button>
      </SideBySide>
      {concluding ? <ConcludeBet bet={bet} onClose={() => setConcluding(false)} /> : null}
    </>
  );
}

function EndedActions({ bet }: { bet: RowOf<"bet"> }) {
  const task = useTask();
  return (
    <>
      <RefusalNote refused={task.refused} />
      <SideBySide>
        <Button
          busy={task.busy}
          onClick={async () =>
            (await task.run(() => mutate("bet.reopen", { betId: bet.id }))) &&
            showToast({ text: "In the works again" })
          }
        >
          Take it up again
        </Button>
      </SideBySide>
    </>
  );
}
