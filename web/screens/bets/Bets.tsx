import { useState } from "react";
import {
  type BetGroup,
  backlog,
  conclusions,
  isOpen,
  unjustifiedCount,
} from "../../../shared/bets/backlog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { BetRow } from "./BetRow.tsx";
import styles from "./Bets.module.css";
import { type BetRows, betRows, keyResultIn } from "./bet-rows.ts";
import { StarQuestion } from "./StarQuestion.tsx";
import { conclusionWords, groupWords } from "./words.ts";

const views = [
  { value: "open", label: "Open" },
  { value: "ended", label: "Ended" },
] as const;

/** A squad's bets in the order of the backlog, and how those went that ended. */
export function Bets() {
  const memberId = useMemberId();
  const today = useToday();
  const rows = useLive(betRows, []);
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState<"open" | "ended">("open");
  if (rows === undefined) return <Page title="Bets" back={back} children={null} />;
  const squads = rows.squads
    .filter((one) => one.state === "active" || rows.bets.some((bet) => bet.squadId === one.id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const squadId = chosen ?? squadOf(squads, memberId);
  const bets = rows.bets.filter((one) => squadId === "" || one.squadId === squadId);
  return (
    <Page title="Bets" detail={countLine(bets, rows)} back={back}>
      <StarQuestion rows={rows} />
      <div className={styles.filters}>
        {squads.length < 2 ? null : (
          <Select
            aria-label="Whose bets"
            options={squads.map((one) => ({ value: one.id, label: one.name }))}
            value={squadId}
            placeholder="All squads"
            onChange={setChosen}
          />
        )}
        <Segmented label="Which bets" options={views} value={view} onChange={setView} />
      </div>
      {view === "open" ? (
        <Open bets={bets} rows={rows} today={today} squadId={squadId} />
      ) : (
        <Ended bets={bets} rows={rows} today={today} />
      )}
    </Page>
  );
}

const back = { href: "/cycle", label: "the cycle" };

interface Shown {
  bets: RowOf<"bet">[];
  rows: BetRows;
  today: string;
}

function Open({ squadId, ...shown }: Shown & { squadId: string }) {
  const { bets, rows, today } = shown;
  const groups = backlog(bets, keyResultIn(rows), today);
  const placing = squadId === "" ? rows.squads[0]?.id : squadId;
  const [mayPlace] = useMay([["bet.place", placing === undefined ? {} : { squadId: placing }]]);
  const place = `/bets/new${squadId === "" ? "" : `?squad=${squadId}`}`;
  const add = mayPlace ? (
    <SideBySide>
      <Button kind={groups.length === 0 ? "owed" : "plain"} href={place}>
        Place a bet
      </Button>
      <Button kind="quiet" href="/me/imports?kind=bets">
        Import a list
      </Button>
    </SideBySide>
  ) : undefined;
  if (rows.squads.length === 0)
    return (
      <EmptyState
        title="No squad, no bet"
        body="A bet is any piece of work: an idea, an experiment, a backlog item. It belongs to a squad, and there is none yet."
        action={<Button href="/me/squads">Go to the squads</Button>}
      />
    );
  if (groups.length === 0)
    return (
      <EmptyState
        title="No open bet"
        body="A bet is any piece of work: an idea, an experiment, a backlog item. A key result justifies it, and it ends won, lost or inconclusive."
        action={add}
      />
    );
  return (
    <>
      {groups.map(({ group, bets: inGroup }) => (
        <Section key={group} title={groupWords[group]} end={String(inGroup.length)}>
          <List {...shown} bets={inGroup} group={group} />
        </Section>
      ))}
      {add}
    </>
  );
}

function Ended(shown: Shown) {
  const ended = shown.bets
    .filter((one) => !isOpen(one))
    .sort((a, b) => b.revision - a.revision || a.title.localeCompare(b.title));
  if (ended.length === 0)
    return (
      <EmptyState
        title="Nothing has ended yet"
        body="Won, lost or inconclusive: what was learnt will stand here, whichever it was."
      />
    );
  const words = conclusionWords(conclusions(ended));
  return (
    <>
      {words === "" ? null : <p className={styles.soft}>{words}</p>}
      <List {...shown} bets={ended} />
    </>
  );
}

function List({ bets, rows, ...under }: Shown & { group?: BetGroup }) {
  return (
    <Card flush>
      <ul>
        {bets.map((bet) => (
          <li key={bet.id}>
            <BetRow bet={bet} rows={rows} {...(under.group && { group: under.group })} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The squad a visit opens with: the first of one's own; for somebody in none, all of them. */
function squadOf(squads: readonly RowOf<"squad">[], memberId: string): string {
  return squads.find((one) => one.members.some((member) => member.memberId === memberId))?.id ?? "";
}

function countLine(bets: RowOf<"bet">[], rows: BetRows): string | undefined {
  const { open, unjustified } = unjustifiedCount(bets, keyResultIn(rows));
  if (open === 0) return undefined;
  return unjustified === 0
    ? `${open} open, each justified by a key result`
    : `${unjustified} of ${open} open without a key result`;
}
