import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { type AgendaPart, subjectKey } from "../../../shared/reviews/agenda-item.ts";
import { decisionLabel, itemWords, partWords } from "../../../shared/reviews/words.ts";
import { capitalized } from "../../../shared/words/first-letter.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";
import { byPart } from "./by-part.ts";
import { OlderNames } from "./OlderNames.tsx";
import { PastReviews } from "./PastReviews.tsx";
import type { ReviewPageProps } from "./page-props.ts";
import { BeginGrading } from "./quarterly/BeginGrading.tsx";
import { PastCycles } from "./quarterly/PastCycles.tsx";
import { QuarterLook } from "./quarterly/QuarterLook.tsx";
import { ScoreSoFar } from "./quarterly/ScoreSoFar.tsx";
import { linkOf } from "./subject-links.ts";

/** Parts of a look back that are shown whole. */
const inLook = new Set<AgendaPart>(["grades", "inputs"]);

/** What a review is going to talk about, worked out from the data; for its leader, the way to begin. */
export function ReviewBefore({ view, today, ...page }: ReviewPageProps) {
  const { terms, review, items, names, leaders, mayLead, past } = view;
  const task = useTask();
  const cycle = view.rows.cycles.find((one) => one.id === terms.cycleId);
  const gradesFirst =
    terms.beat === "quarterly" && cycle?.state === "running" && cycle.endsOn < today && items.length > 0;
  const led = leaders.map(names.member).sort().join(", ") || "an admin";
  const begin = () =>
    task.run(() =>
      mutate("review.open", {
        ...terms,
        items: items.slice(0, 200).map((one) => ({ subject: one.subject, why: itemWords(one, names) })),
      }),
    );
  return (
    <Page
      {...page}
      aside={
        <>
          {terms.beat === "monthly" ? <ScoreSoFar rows={view.rows} /> : null}
          {terms.beat === "quarterly" ? (
            <PastCycles cycleId={terms.cycleId} rows={view.rows} today={today} />
          ) : (
            <PastReviews terms={terms} past={past} today={today} />
          )}
        </>
      }
    >
      <Card label={page.title}>
        <p>
          {items.length === 0
            ? "The data has nothing to talk about."
            : `${plural(items.length, "thing")} to look at, one at a time. Each gets a decision, a question to its owner, or nothing.`}
        </p>
        {cycle && terms.beat === "quarterly" ? <BeginGrading cycle={cycle} today={today} /> : null}
        {mayLead ? (
          <>
            <RefusalNote refused={task.refused} where="request" />
            <Button kind={gradesFirst ? "plain" : "owed"} big busy={task.busy} onClick={begin}>
              Begin
            </Button>
          </>
        ) : (
          <p>{review === undefined ? `Led by ${led}.` : `${names.member(review.leaderId)} is at it now.`}</p>
        )}
      </Card>
      {terms.beat === "quarterly" ? <QuarterLook view={view} today={today} /> : <OlderNames view={view} />}
      {byPart(items.filter((one) => terms.beat !== "quarterly" || !inLook.has(one.part))).map(
        ([part, inPart]) => (
          <Section key={part} title={partWords[part]} end={String(inPart.length)}>
            <Card flush>
              <ul>
                {inPart.map((one) => (
                  <li key={subjectKey(one.subject)}>
                    <ItemRow item={one} view={view} />
                  </li>
                ))}
              </ul>
            </Card>
          </Section>
        ),
      )}
      {review === undefined && terms.beat === "weekly" ? (
        <Button kind="quiet" href={`/rhythm/digest/${terms.squadId}/${terms.on}`}>
          The week’s digest so far
        </Button>
      ) : null}
    </Page>
  );
}

function ItemRow({ item, view }: { item: HeldItem; view: ReviewPageProps["view"] }) {
  const words = itemWords(item, view.names);
  return (
    <ListRow
      href={linkOf(item.subject, view.rows)}
      title={<span dir="auto">{view.names.subject(item.subject)}</span>}
      detail={<span dir="auto">{words === "" ? (item.was ?? "") : capitalized(words)}</span>}
      end={item.decision ? decisionLabel(item.decision) : undefined}
    />
  );
}
