import { namesIn } from "../../../../shared/reviews/names.ts";
import { decisionWords } from "../../../../shared/reviews/words.ts";
import { localDate } from "../../../../shared/time/local-date.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { formatDay, plural } from "../../../ui/day.ts";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useTask } from "../../../ui/task.ts";
import { FilesSection } from "../Files.tsx";
import { MarkedThen } from "../MarkedThen.tsx";
import { PastReviews } from "../PastReviews.tsx";
import type { ReviewPageProps } from "../page-props.ts";
import { PastCycles } from "../quarterly/PastCycles.tsx";
import { QuarterLook } from "../quarterly/QuarterLook.tsx";
import { ToPlanning } from "../quarterly/ToPlanning.tsx";
import styles from "../Rhythm.module.css";
import { HeldFrom } from "./HeldFrom.tsx";
import { HeldList } from "./HeldList.tsx";
import { useHeldRows } from "./use-held-rows.ts";

/** A review that was held: what it decided, its notes, what it looked at as it stood that day, and the ones before. */
export function HeldReview({ view, today, ...page }: ReviewPageProps) {
  const { review, terms, rows, items, past, mayLead } = view;
  const task = useTask();
  const at = review?.doneAt;
  const heldOn = at === undefined ? terms.on : localDate(at, rows.workspace.zone);
  const held = useHeldRows(view, heldOn, today);
  if (review === undefined) return null;
  const { leaderId, decisions, notes } = review;
  const then = held.rows;
  const day = (on: string) => formatDay(on, undefined, today);
  const names = then === undefined ? view.names : namesIn(then, day);
  const isQuarter = terms.beat === "quarterly";
  const cycle = rows.cycles.find((one) => one.id === terms.cycleId);
  const rest = isQuarter ? [] : items.filter((one) => one.decision === undefined);
  const isPast = heldOn < today;
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
        Held by {names.member(leaderId)} on {day(heldOn)},{" "}
        {decisions.length === 0 ? "nothing decided" : plural(decisions.length, "decision")}.
        {then && held.refused === undefined ? " Figures are those of that day, as they were known then." : ""}
      </p>
      <HeldFrom held={held} day={day(heldOn)} />
      {isQuarter && cycle ? <ToPlanning cycle={cycle} cycles={rows.cycles} /> : null}
      {decisions.length === 0 ? null : (
        <Section title="Decided">
          <HeldList
            {...{ view, names, then, heldOn }}
            said={decisions.map((one) => ({ subject: one.subject, words: decisionWords(one, names) }))}
          />
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
      <FilesSection subjectId={review.id} today={today} nameOf={names.member} />
      {rest.length === 0 ? null : (
        <Section title="Looked at" end={String(rest.length)}>
          <HeldList
            {...{ view, names, then, heldOn }}
            said={rest.map((one) => ({ subject: one.subject, words: one.was }))}
          />
        </Section>
      )}
      {isQuarter && then ? <QuarterLook view={{ ...view, rows: then, names }} today={today} /> : null}
      {isQuarter && then ? (
        <Section title="What else happened">
          <Card>
            <MarkedThen cycleId={terms.cycleId} rows={then} today={today} />
          </Card>
        </Section>
      ) : null}
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.doors}>
        <Button kind="quiet" href={isPast ? `/star/map?on=${heldOn}` : "/star/map"}>
          The map of that day
        </Button>
        <Button kind="quiet" href={`/rhythm/report?cycle=${terms.cycleId}${isPast ? `&on=${heldOn}` : ""}`}>
          The report of that day
        </Button>
        {terms.beat === "weekly" ? (
          <Button href={`/rhythm/digest/${terms.squadId}/${terms.on}`}>Read the week’s digest</Button>
        ) : null}
        {mayLead && terms.beat !== "yearly" ? (
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
