import { useState } from "react";
import { useParams } from "wouter";
import { wouldServe } from "../../../shared/focus/day-bets.ts";
import { type FocusView, type SquadFocus, useFocus } from "../../store/focus.ts";
import { useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDayLong, plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { DayBets } from "./DayBets.tsx";
import styles from "./Focus.module.css";
import { FocusChoose } from "./FocusChoose.tsx";
import { FocusGlance } from "./FocusGlance.tsx";
import { FocusRanking } from "./FocusRanking.tsx";
import { FocusServing } from "./FocusServing.tsx";
import { FocusWeek } from "./FocusWeek.tsx";

const back = { href: "/", label: "today" };

/** A squad's day, whole: its focus, today's bets, why the others stand behind, and what it looked at this week. */
export function FocusPage() {
  const { id = "" } = useParams<{ id: string }>();
  const on = useToday();
  const view = useFocus(id);
  if (view === undefined) return <Page title="Today’s focus" back={back} children={null} />;
  const one = view?.squads[0];
  if (view === null || one === undefined)
    return (
      <Page title="Today’s focus" back={back}>
        <EmptyState
          title="This squad is not here"
          body="It was dismissed, belongs to another workspace, or has not reached this phone yet."
          action={<Button href="/">Go to today</Button>}
        />
      </Page>
    );
  return <Found one={one} view={view} on={on} />;
}

function Found({ one, view, on }: { one: SquadFocus; view: FocusView; on: string }) {
  const { squad, focus, day } = one;
  const [choosing, setChoosing] = useState(false);
  const task = useTask();
  const [may, mayPlace] = useMay([
    ["focus.choose", { squadId: squad.id }],
    ["bet.place", { squadId: squad.id }],
  ]);
  const choice = view.rows.choices.find((two) => two.squadId === squad.id && two.on === on);
  const serving = focus.keyResult === undefined ? [] : wouldServe(view.bets, focus.keyResult.id, on);
  const isChosen = focus.reason?.by === "chosen";
  const byRule = () => mutate("focus.choose", { squadId: squad.id, on, keyResultId: null });

  async function backToRule() {
    if (choice === undefined || !(await task.run(byRule))) return;
    const { keyResultId, reason } = choice;
    const again = { squadId: squad.id, on, keyResultId, ...(reason === undefined ? {} : { reason }) };
    showToast({
      text: "The rule chooses again",
      action: { label: "Undo", onTap: () => void mutate("focus.choose", again) },
    });
  }

  return (
    <Page
      title={`${squad.name}: focus`}
      detail={formatDayLong(on)}
      back={back}
      aside={
        <>
          <FocusRanking focus={focus} view={view} />
          <FocusWeek squadId={squad.id} view={view} on={on} />
        </>
      }
    >
      <Card label="Today’s focus">
        <FocusGlance focus={focus} view={view} on={on} />
        <RefusalNote refused={task.refused} where="request" />
        {may === true && focus.ranked.length > 1 ? (
          <div className={styles.doors}>
            <Button onClick={() => setChoosing(true)}>Choose another</Button>
            {isChosen ? (
              <Button kind="quiet" busy={task.busy} onClick={backToRule}>
                Let the rule choose
              </Button>
            ) : null}
          </div>
        ) : null}
      </Card>
      <Section title="Today’s bets" end={countOf(one)}>
        <Card label="Today’s bets">
          <div className={styles.alone}>
            <DayBets
              day={day}
              view={view}
              on={on}
              empty={emptyWords(mayPlace === true, serving.length > 0)}
            />
          </div>
          <div className={styles.quiet}>
            {mayPlace === true ? (
              <Button
                kind="quiet"
                href={`/bets/new?squad=${squad.id}${focus.keyResult ? `&kr=${focus.keyResult.id}` : ""}`}
              >
                Place a bet
              </Button>
            ) : null}
            <Button kind="quiet" href="/bets">
              All bets
            </Button>
          </div>
        </Card>
      </Section>
      <FocusServing bets={serving} view={view} on={on} />
      {day.unjustified === 0 ? null : (
        <Card flush>
          <ListRow
            href="/bets"
            title={`${plural(day.unjustified, "open bet")} without a key result`}
            detail="Which key result does this work serve? If none, why now?"
          />
        </Card>
      )}
      {choosing ? (
        <FocusChoose
          squadId={squad.id}
          focus={focus}
          view={view}
          on={on}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </Page>
  );
}

function emptyWords(mayPlace: boolean, hasOthers: boolean): string {
  const none = "No bet is meant for today.";
  if (!mayPlace) return none;
  return `${none} ${hasOthers ? "Take one from below" : "Open one and say it is for today"}, or place a new one.`;
}

function countOf({ day }: SquadFocus): string | undefined {
  const count = day.people.reduce((sum, one) => sum + one.bets.length, 0);
  return count === 0 ? undefined : String(count);
}
