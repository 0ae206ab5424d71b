import { useState } from "react";
import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { type AgendaReason, isQuestion } from "../../../shared/reviews/agenda-item.ts";
import { type Names, partWords, reasonWords, statusWords } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { focusOnMount } from "../../ui/focus-on-mount.ts";
import { AskOwner } from "./AskOwner.tsx";
import { Decided } from "./Decided.tsx";
import { type Deciding, ItemAnswer } from "./ItemAnswer.tsx";
import { ItemFacts } from "./ItemFacts.tsx";
import { QuarterFacts } from "./quarterly/QuarterFacts.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";
import { isSettled } from "./settled.ts";
import { linkOf } from "./subject-links.ts";

interface Way {
  href: string;
  remember: () => void;
}

/** Reasons an item's facts say at length. */
const shown = new Set<AgendaReason["what"]>(["retro", "moved-by", "graded", "ungraded"]);

/** A status in one word stands as the mark among the facts already. */
function isMarked(reason: AgendaReason, names: Names): boolean {
  return reason.what === "status" && reasonWords(reason, names) === statusWords[reason.status];
}

/** One thing a review talks about: what it is, why it stands here, and what is decided. */
export function ReviewItem({
  item,
  view,
  review,
  today,
  before,
  after,
  onDecided,
}: {
  item: HeldItem;
  view: ReviewView;
  review: RowOf<"review">;
  today: string;
  before: Way | undefined;
  after: Way;
  onDecided: () => void;
}) {
  const { names, rows } = view;
  const { subject, decision } = item;
  const [deciding, setDeciding] = useState<Deciding>();
  const link = linkOf(subject, rows);
  // A question is put before what helps to answer it, and asks for words rather than for a tap.
  const isAsked = isQuestion(subject);
  const facts =
    view.terms.beat === "quarterly" ? (
      <QuarterFacts item={item} view={view} today={today} />
    ) : (
      <ItemFacts subject={subject} view={view} today={today} />
    );
  const reasons = item.reasons.filter((one) => !shown.has(one.what) && !isMarked(one, names));
  const settled = isSettled(item, review, rows);

  return (
    <>
      <Card label={names.subject(subject)}>
        <p className={styles.part}>{partWords[item.part]}</p>
        <h2 className={styles.subject} dir="auto" tabIndex={-1} ref={focusOnMount}>
          {names.subject(subject)}
        </h2>
        {isAsked ? null : facts}
        {reasons.length === 0 ? null : (
          <ul className={styles.reasons}>
            {reasons.map((one) => (
              <li key={one.what} dir="auto">
                {reasonWords(one, names)}
              </li>
            ))}
          </ul>
        )}
        {isAsked ? facts : null}
        {item.was === undefined ? null : <p className={styles.soft}>When it was opened: {item.was}</p>}
        <div className={classes(styles.doors, styles.within)}>
          {link === undefined ? null : (
            <Button kind="quiet" href={link}>
              Open it
            </Button>
          )}
          <AskOwner subject={subject} view={view} />
        </div>
      </Card>
      {decision === undefined || deciding !== undefined ? null : (
        <Decided
          decision={decision}
          reviewId={review.id}
          names={names}
          onChange={() => setDeciding({ as: decision.as })}
        />
      )}
      <ItemAnswer
        item={item}
        view={view}
        review={review}
        today={today}
        deciding={deciding}
        onDeciding={setDeciding}
        onDecided={onDecided}
      />
      {deciding === undefined ? (
        <div className={styles.doors}>
          {before === undefined ? (
            <span />
          ) : (
            <Button href={before.href} onClick={before.remember}>
              Back
            </Button>
          )}
          <Button href={after.href} onClick={after.remember} kind={decision ? "owed" : "plain"}>
            {settled ? "Next" : "Skip, decide nothing"}
          </Button>
        </div>
      ) : null}
    </>
  );
}
