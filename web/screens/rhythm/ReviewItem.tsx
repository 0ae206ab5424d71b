import { useState } from "react";
import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { ownerOf } from "../../../shared/reviews/names.ts";
import { decisionWords, partWords, reasonWords } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { focusOnMount } from "../../ui/focus-on-mount.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { AskOwner } from "./AskOwner.tsx";
import { type DecisionAs, DecisionForm } from "./DecisionForm.tsx";
import { ItemFacts } from "./ItemFacts.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";
import { linkOf } from "./subject-links.ts";

interface Way {
  href: string;
  remember: () => void;
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
  const [as, setAs] = useState<DecisionAs>();
  const task = useTask();
  const address = { reviewId: review.id, subject };
  const link = linkOf(subject, rows);
  // A question is put before what helps to answer it, and asks for words rather than for a tap.
  const isAsked = subject.kind === "topic";

  async function keep() {
    if (!(await task.run(() => mutate("review.decide", { ...address, as: "keep" })))) return;
    onDecided();
    showToast({
      text: "Keep",
      action: { label: "Undo", onTap: () => void mutate("review.decide", { ...address, as: null }) },
    });
  }
  async function takeBack() {
    if (decision === undefined || !(await task.run(() => mutate("review.decide", { ...address, as: null }))))
      return;
    const { as: was, text, ownerId, byOn } = decision;
    const again = { ...address, as: was, text, ...(ownerId && { ownerId }), ...(byOn && { byOn }) };
    showToast({
      text: "Taken back",
      action: { label: "Undo", onTap: () => void mutate("review.decide", again) },
    });
  }

  return (
    <>
      <Card label={names.subject(subject)}>
        <p className={styles.part}>{partWords[item.part]}</p>
        <h2 className={styles.subject} dir="auto" tabIndex={-1} ref={focusOnMount}>
          {names.subject(subject)}
        </h2>
        {isAsked ? null : <ItemFacts subject={subject} view={view} today={today} />}
        {item.reasons.length === 0 ? null : (
          <ul className={styles.reasons}>
            {item.reasons.map((one) => (
              <li key={one.what} dir="auto">
                {reasonWords(one, names)}
              </li>
            ))}
          </ul>
        )}
        {isAsked ? <ItemFacts subject={subject} view={view} today={today} /> : null}
        {item.was === undefined ? null : <p className={styles.soft}>When it was opened: {item.was}</p>}
        <div className={styles.doors}>
          {link === undefined ? null : (
            <Button kind="quiet" href={link}>
              Open it
            </Button>
          )}
          <AskOwner subject={subject} view={view} />
        </div>
      </Card>
      {decision === undefined || as !== undefined ? null : (
        <Card label="Decided">
          <p className={styles.decided} dir="auto">
            {decisionWords(decision, names)}
          </p>
          <p className={styles.soft}>Said by {names.member(decision.by)}.</p>
          <div className={styles.doors}>
            <Button kind="quiet" onClick={() => setAs(decision.as)}>
              Change it
            </Button>
            <Button kind="quiet" onClick={takeBack}>
              Take it back
            </Button>
          </div>
        </Card>
      )}
      <RefusalNote refused={task.refused} where="request" />
      {as === undefined ? (
        <div className={styles.choices}>
          {decision === undefined ? (
            <>
              {isAsked ? (
                <Button kind="owed" big onClick={() => setAs("keep")}>
                  Answer it
                </Button>
              ) : (
                <Button kind="owed" big busy={task.busy} onClick={keep}>
                  Keep, next
                </Button>
              )}
              <Button onClick={() => setAs("adjust")}>Adjust</Button>
              <Button onClick={() => setAs("drop")}>Drop</Button>
              <Button onClick={() => setAs("help")}>Help</Button>
            </>
          ) : null}
        </div>
      ) : (
        <DecisionForm
          key={as}
          as={as}
          address={address}
          before={decision}
          ownerId={ownerOf(subject, rows)}
          rows={rows}
          today={today}
          onSaved={onDecided}
          onCancel={() => setAs(undefined)}
        />
      )}
      {as === undefined ? (
        <div className={styles.doors}>
          {before === undefined ? (
            <span />
          ) : (
            <Button href={before.href} onClick={before.remember}>
              Back
            </Button>
          )}
          <Button href={after.href} onClick={after.remember} kind={decision ? "owed" : "plain"}>
            {decision ? "Next" : "Nothing to decide, next"}
          </Button>
        </div>
      ) : null}
    </>
  );
}
