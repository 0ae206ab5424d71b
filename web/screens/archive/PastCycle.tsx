import { useState } from "react";
import { useParams } from "wouter";
import { useLive, useToday } from "../../store/live.ts";
import { isOlder, usePastCycles } from "../../store/older-cycle.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChipFilter } from "../../ui/ChipFilter.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchDoor } from "../../ui/SearchDoor.tsx";
import { Section } from "../../ui/Section.tsx";
import { Bring } from "./Bring.tsx";
import { HeldReviews } from "./HeldReviews.tsx";
import { Objective } from "./Objective.tsx";
import { pastRows } from "./past-rows.ts";
import { scoresWords, spanWords, starWords } from "./words.ts";

const back = { href: "/cycle/past", label: "past cycles" };

/** A closed cycle to read again: what it came to, what was said each week, what was decided. */
export function PastCycle() {
  const { id = "" } = useParams<{ id: string }>();
  const today = useToday();
  const past = usePastCycles();
  const [squad, setSquad] = useState<string>();
  const told = useLive(
    async (read) => {
      const cycle = await read.get("cycle", id);
      return { cycle, cycles: await read.list("cycle"), rows: cycle && (await pastRows(read, cycle)) };
    },
    [id],
  );
  if (told === undefined || past === undefined)
    return <Page title="Past cycle" back={back} children={null} />;
  const { cycle, rows } = told;
  const held = past.find((one) => one.cycle.id === id)?.held;
  if (cycle === undefined || rows === undefined || held === undefined)
    return (
      <Page title="Past cycle" back={back}>
        <EmptyState
          title={cycle === undefined ? "There is no such cycle" : `${cycle.name} is not closed yet`}
          body={
            cycle === undefined ? "The link is wrong, or it is another workspace’s." : "It stands on Cycle."
          }
          action={<Button href={cycle === undefined ? "/cycle/past" : `/cycle?cycle=${id}`}>Go there</Button>}
        />
      </Page>
    );
  const squads = [...new Set(rows.objectives.map((one) => one.squad ?? "Company"))];
  const shown = rows.objectives.filter((one) => squad === undefined || (one.squad ?? "Company") === squad);
  return (
    <Page
      title={cycle.name}
      detail={`closed · ${spanWords(cycle, today)}`}
      back={back}
      action={<SearchDoor />}
      aside={
        held === "away" ? undefined : (
          <>
            <HeldReviews reviews={rows.reviews} today={today} />
            <Section title="Look further">
              <Card flush>
                <ListRow
                  href={`/rhythm/quarterly?on=${cycle.endsOn}`}
                  title="The look back at it"
                  detail="Its retro"
                />
                <ListRow
                  href={`/cycle?cycle=${id}`}
                  title="On Cycle"
                  detail="With pace and blockers, as it ended"
                />
              </Card>
            </Section>
          </>
        )
      }
    >
      {isOlder(told.cycles, cycle) ? <Bring key={id} cycleId={id} held={held} /> : null}
      <Card label="What it came to">
        <p>{rows.star ? starWords(rows.star) : "The North Star had no reading by then."}</p>
        {held === "here" ? <p>{scoresWords(rows.objectives)}</p> : null}
      </Card>
      {squads.length < 2 ? null : (
        <ChipFilter
          label="Whose objectives"
          choices={squads.map((name) => ({ value: name, label: name }))}
          chosen={squad}
          onChange={setSquad}
        />
      )}
      {shown.map((one) => (
        <Objective key={one.row.id} objective={one} today={today} />
      ))}
    </Page>
  );
}
