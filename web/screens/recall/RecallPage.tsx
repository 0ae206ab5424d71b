import { useState } from "react";
import { recallRates } from "../../../shared/metrics/recall-rate.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { isOlder } from "../../store/older-cycle.ts";
import { useRecall } from "../../store/recall.ts";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { RecallAnswer, RecallChoices } from "../../ui/RecallQuestion.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";

/** The question of this cycle, and how many knew the North Star in this cycle and earlier ones. */
export function RecallPage() {
  const asked = useRecall();
  const told = useLive(readRates, []);
  const task = useTask();
  const [chosen, setChosen] = useState(false);
  if (asked === undefined || told === undefined) return null;
  const { rates, people, hidden } = told;
  return (
    <Page
      title="Recall"
      detail="Who knows the North Star by heart?"
      back={{ href: "/star", label: "the North Star" }}
    >
      {asked === null ? (
        <EmptyState
          title="Nothing to ask yet"
          body="Once a North Star is proposed and a cycle runs, everybody is asked once a cycle to pick it from four."
        />
      ) : asked.given ? (
        <Card label="Your answer">
          <RecallAnswer {...asked} right={asked.given.right} readOut={chosen} />
        </Card>
      ) : (
        <Card label="The question">
          <h2>Which is our North Star?</h2>
          <RecallChoices
            question={asked.question}
            busy={task.busy}
            onChoose={({ key }) => {
              setChosen(true);
              void task.run(() => mutate("recall.answer", { cycleId: asked.cycle.id, choice: key }));
            }}
          />
          <RefusalNote refused={task.refused} where="request" />
        </Card>
      )}
      {rates.length === 0 ? null : (
        <Section title="How many knew it" end={`${people} people`}>
          <Card flush>
            {rates.map(({ cycle, right, answered }) => (
              <ListRow
                key={cycle.id}
                title={cycle.name}
                detail={`${right} of ${answered} who answered`}
                end={`${Math.round((100 * right) / answered)}%`}
              />
            ))}
            {hidden > 0 ? (
              <ListRow
                title="Older cycles"
                detail="Open a past cycle to bring its answers to this phone"
                href="/cycle/past"
              />
            ) : null}
          </Card>
        </Section>
      )}
    </Page>
  );
}

async function readRates(read: Reader) {
  const [cycles, members] = await Promise.all([read.list("cycle"), read.list("member")]);
  const recalls = (await Promise.all(cycles.map((one) => read.list("recall", one.id)))).flat();
  const rates = recallRates(cycles, recalls);
  return {
    rates,
    people: members.filter((one) => one.state === "active").length,
    hidden: cycles.filter((one) => isOlder(cycles, one) && !rates.some(({ cycle }) => cycle.id === one.id))
      .length,
  };
}
