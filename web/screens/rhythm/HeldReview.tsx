import { subjectKey } from "../../../shared/reviews/agenda-item.ts";
import { decisionWords } from "../../../shared/reviews/words.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";
import { OlderNames } from "./OlderNames.tsx";
import { PastCycles } from "./PastCycles.tsx";
import { PastReviews } from "./PastReviews.tsx";
import type { ReviewPageProps } from "./page-props.ts";
import { QuarterLook } from "./QuarterLook.tsx";
import styles from "./Rhythm.module.css";
import { linkOf } from "./subject-links.ts";
import { ToPlanning } from "./ToPlanning.tsx";

/** A review that was held: what it decided, its notes, what it looked at, and the ones before. */
export function HeldReview({ view, today, ...page }: ReviewPageProps) {
  const { review, terms, names, rows, items, past, mayLead } = view;
  const task = useTask();
  if (review === undefined) return null;
  const { leaderId, doneAt, decisions, notes } = review;
  const day =
    doneAt === undefined ? "" : ` on ${formatDay(localDate(doneAt, rows.workspace.zone), undefined, today)}`;
  const isQuarter = terms.beat === "quarterly";
  const cycle = rows.cycles.find((one) => one.id === terms.cycleId);
  const rest = isQuarter ? [] : items.filter((one) => one.decision === undefined);
  const stood = doneAt === undefined ? terms.on : localDate(doneAt, rows.workspace.zone);
  return (
    <Page
      {...page}
      readOut
      aside={
        isQuarter ? (
          <PastCycles cycleId={terms.cycleId} rows={rows} today={today} />
        ) : (
          <PastReviews terms={terms} past={past} today={today} />
        )
      }
    >
      <p className={styles.soft}>
        Held by {names.member(leaderId)}
        {day}, {decisions.length === 0 ? "nothing decided" : plural(decisions.length, "decision")}.
      </p>
      {isQuarter ? null : <OlderNames view={view} />}
      {decisions.length === 0 ? null : (
        <Section title="Decided">
          <Card flush>
            <ul>
              {decisions.map((one) => (
                <li key={subjectKey(one.subject)}>
                  <ListRow
                    href={linkOf(one.subject, rows)}
                    title={<span dir="auto">{names.subject(one.subject)}</span>}
                    detail={<span dir="auto">{decisionWords(one, names)}</span>}
                  />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {notes === undefined ? null : (
        <Section title="Notes">
          <Card>
            <p className={styles.said} dir="auto">
              {notes}
            </p>
          </Card>
        </Section>
      )}
      {rest.length === 0 ? null : (
        <Section title="Looked at" end={String(rest.length)}>
          <Card flush>
            <ul>
              {rest.map((one) => (
                <li key={subjectKey(one.subject)}>
                  <ListRow
                    href={linkOf(one.subject, rows)}
                    title={<span dir="auto">{names.subject(one.subject)}</span>}
                    detail={one.was === undefined ? undefined : <span dir="auto">{one.was}</span>}
                  />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {isQuarter ? <QuarterLook view={view} today={today} /> : null}
      {isQuarter && cycle ? <ToPlanning cycle={cycle} cycles={rows.cycles} /> : null}
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.doors}>
        <Button kind="quiet" href={`/star/map?on=${stood}`}>
          As it stood then
        </Button>
        {terms.beat === "weekly" ? (
          <Button href={`/rhythm/digest/${terms.squadId}/${terms.on}`}>Read the week’s digest</Button>
        ) : null}
        {mayLead ? (
          <Button
            kind="quiet"
            busy={task.busy}
            onClick={() => task.run(() => mutate("review.reopen", { reviewId: review.id }))}
          >
            Open it again
          </Button>
        ) : null}
      </div>
    </Page>
  );
}
