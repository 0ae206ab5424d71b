import { useLive, useToday } from "../../store/live.ts";
import { usePastCycles } from "../../store/older-cycle.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchDoor } from "../../ui/SearchDoor.tsx";
import { Section } from "../../ui/Section.tsx";
import { CycleRow } from "./CycleRow.tsx";
import { pastRows } from "./past-rows.ts";

const back = { href: "/cycle", label: "the cycle" };

/** Every cycle there was: its star at the end, what its objectives came to, and whether it is on this phone. */
export function Past() {
  const today = useToday();
  const past = usePastCycles();
  const key = past?.map((one) => `${one.cycle.id} ${one.held}`).join();
  const told = useLive(
    async (read) => {
      const cycles = await read.list("cycle");
      const closed = cycles.filter((one) => one.state === "closed");
      const rows = await Promise.all(closed.map((one) => pastRows(read, one)));
      return { cycles, rows: new Map(closed.map((one, place) => [one.id, rows[place]!])) };
    },
    [key],
  );
  if (past === undefined || told === undefined)
    return <Page title="Past cycles" back={back} children={null} />;
  const others = told.cycles
    .filter((one) => one.state !== "closed")
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const away = past.filter((one) => one.held !== "here").length;
  return (
    <Page
      title="Past cycles"
      detail={past.length === 0 ? undefined : `${plural(past.length, "cycle")} closed`}
      back={back}
      action={<SearchDoor />}
    >
      {past.length === 0 ? (
        <EmptyState
          title="No cycle is closed yet"
          body="Once one is graded and closed it stays here, with its grades, its check-ins and what was decided in it."
          action={<Button href="/cycle">See the cycle</Button>}
        />
      ) : (
        <Section title="Closed" end={away === 0 ? "all on this phone" : `${away} not on this phone`}>
          <Card flush>
            <ul>
              {past.map(({ cycle, held }) => (
                <li key={cycle.id}>
                  <CycleRow cycle={cycle} held={held} rows={told.rows.get(cycle.id)} today={today} />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section title="Not closed yet">
          <Card flush>
            <ul>
              {others.map((one) => (
                <li key={one.id}>
                  <CycleRow cycle={one} today={today} />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
    </Page>
  );
}
