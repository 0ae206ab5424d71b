import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { isTakenOver, useOwed } from "../../store/owed.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDayAway, plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { KeyResultRow } from "./KeyResultRow.tsx";
import { readMine } from "./mine.ts";

/** The key results I own, and those I stand in for, each with where it stands. */
export function MyKeyResults() {
  const me = useMemberId();
  const on = useToday();
  const mine = useLive((read) => readMine(read, me, on), [me, on]);
  const owed = useOwed()?.filter((one) => !isTakenOver(one, me));
  if (mine === undefined || owed === undefined) return <Page title="Check in">{null}</Page>;
  const { own, delegated, nextOpensOn, onlyReads } = mine;
  if (own.length + delegated.length === 0)
    return (
      <Page title="Check in">
        <EmptyState
          title={onlyReads ? "No check-ins for viewers" : "You own no key result yet"}
          body={
            onlyReads
              ? "You read all of it and are asked for nothing. To own a key result, let an admin make you a member."
              : "Once one with your name on it is committed to a running cycle, its weekly check-in waits here."
          }
          action={<Button href="/cycle">Look at the cycle</Button>}
        />
      </Page>
    );
  return (
    <Page
      title="Check in"
      detail={
        owed.length > 0
          ? undefined
          : `All done${nextOpensOn === undefined ? "" : `, the next opens ${formatDayAway(nextOpensOn, on)}`}`
      }
    >
      {owed.length > 0 ? (
        <Button kind="owed" big href="/check-in">
          Do {plural(owed.length, "check-in")}
        </Button>
      ) : null}
      {own.length > 0 ? (
        <Section title="My key results">
          <List rows={own} on={on} />
        </Section>
      ) : null}
      {delegated.length > 0 ? (
        <Section title="You stand in for">
          <List rows={delegated} on={on} />
        </Section>
      ) : null}
    </Page>
  );
}

function List({ rows, on }: { rows: Parameters<typeof KeyResultRow>[0]["data"][]; on: string }) {
  return (
    <Card flush>
      <ul>
        {rows.map((one) => (
          <KeyResultRow key={one.keyResult.id} data={one} on={on} />
        ))}
      </ul>
    </Card>
  );
}
