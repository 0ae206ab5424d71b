import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { falseAlarms } from "../../../shared/signals/false-alarms.ts";
import { useToday } from "../../store/live.ts";
import { isOpen, type SeenSignal, useSignals } from "../../store/signals.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { SignalRow } from "../../ui/SignalRow.tsx";
import { Learning } from "./Learning.tsx";
import { SquadChips } from "./SquadChips.tsx";
import { recordWords, ruleName } from "./words.ts";

const page = 20;

/** Everything that fired: what waits for an answer first, then what has one, and how often each rule was wrong. */
export function Signals() {
  const all = useSignals();
  const [path, navigate] = useLocation();
  const squadId = new URLSearchParams(useSearch()).get("squad") ?? undefined;
  if (all === undefined) return <Page title="Signals" back={back} children={null} />;
  const here = squadId === undefined ? all : all.filter((one) => (one.squad?.id ?? "company") === squadId);
  const open = here.filter((one) => isOpen(one.anomaly));
  const mine = open.filter((one) => one.mayAnswer);
  const others = open.filter((one) => !one.mayAnswer);
  return (
    <Page
      title="Signals"
      detail={open.length === 0 ? "nothing open" : `${open.length} open`}
      back={back}
      aside={<Records signals={here} />}
    >
      <SquadChips
        signals={all}
        chosen={squadId}
        onChange={(id) => navigate(id === undefined ? path : `${path}?squad=${id}`, { replace: true })}
      />
      {open.length > 0 ? null : (
        <EmptyState
          title="Nothing stands out"
          body="Every metric and every running key result is watched. What leaves its usual range, crosses a limit or stops growing shows here, with its plot."
        />
      )}
      <List title="To answer" signals={mine} />
      <List title={mine.length > 0 ? "For others to answer" : "Flagged"} signals={others} />
      <Learning squadId={squadId} />
      <Earlier signals={here.filter((one) => !isOpen(one.anomaly))} />
    </Page>
  );
}

const back = { href: "/star", label: "the North Star" };

function List({ title, signals }: { title: string; signals: readonly SeenSignal[] }) {
  const today = useToday();
  if (signals.length === 0) return null;
  return (
    <Section title={title} end={String(signals.length)}>
      <Card flush>
        <ul>
          {signals.map((one) => (
            <li key={one.anomaly.id}>
              <SignalRow {...one} today={today} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Earlier({ signals }: { signals: readonly SeenSignal[] }) {
  const [count, setCount] = useState(page);
  return (
    <>
      <List title="Answered and withdrawn" signals={signals.slice(0, count)} />
      {signals.length > count ? (
        <Button kind="quiet" onClick={() => setCount(count + page)}>
          Show earlier ones
        </Button>
      ) : null}
    </>
  );
}

function Records({ signals }: { signals: readonly SeenSignal[] }) {
  const records = falseAlarms(signals.map((one) => one.anomaly));
  if (records.length === 0) return null;
  return (
    <Section title="How often a rule was wrong" end="false alarms">
      <Card flush>
        <ul>
          {records.map((one) => (
            <li key={one.rule}>
              <ListRow
                title={ruleName(one.rule)}
                detail={recordWords(one)}
                end={one.rate === undefined ? undefined : `${Math.round(one.rate * 100)}%`}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
