import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { isQuestion } from "../../../shared/reviews/agenda-item.ts";
import { ownerOf } from "../../../shared/reviews/names.ts";
import { elseHappened } from "../../../shared/reviews/quarterly.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { choicesFor, choiceWords, type DecisionAs } from "./choices.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { NotesEntry } from "./NotesEntry.tsx";
import { GradeEntry } from "./quarterly/GradeEntry.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";

/** A decision being written: which, and whether what was decided last time is done. */
export interface Deciding {
  as: DecisionAs;
  done?: boolean;
}

/** How an item is answered: a grade, a note, a tap, or a decision in words. */
export function ItemAnswer({
  item,
  view,
  review,
  today,
  deciding,
  onDeciding,
  onDecided,
}: {
  item: HeldItem;
  view: ReviewView;
  review: RowOf<"review">;
  today: string;
  deciding: Deciding | undefined;
  onDeciding: (next: Deciding | undefined) => void;
  onDecided: () => void;
}) {
  const { rows } = view;
  const { subject, decision, part } = item;
  const task = useTask();
  const address = { reviewId: review.id, subject };
  const choices = choicesFor(subject, view.terms.beat, rows);
  if (part === "grades" && decision === undefined) {
    const keyResult = rows.keyResults.find((one) => one.id === subject.id);
    return keyResult ? <GradeEntry keyResult={keyResult} view={view} onGraded={onDecided} /> : null;
  }
  if (subject.kind === "topic" && subject.id === elseHappened && view.terms.beat === "quarterly")
    return (
      <Card label="Notes">
        <NotesEntry review={review} label="What else happened?" onSaved={onDecided} />
      </Card>
    );
  if (deciding !== undefined)
    return (
      <DecisionForm
        key={deciding.as}
        as={deciding.as}
        choices={choices}
        done={deciding.done ?? decision?.done}
        address={address}
        before={decision}
        ownerId={ownerOf(subject, rows)}
        rows={rows}
        today={today}
        onSaved={onDecided}
        onCancel={() => onDeciding(undefined)}
      />
    );
  if (decision !== undefined) return null;

  async function keep(done?: boolean) {
    const args = { ...address, as: "keep" as const, ...(done === undefined ? {} : { done }) };
    if (!(await task.run(() => mutate("review.decide", args)))) return;
    onDecided();
    showToast({
      text: done ? "Done" : "Kept as it is",
      action: { label: "Undo", onTap: () => void mutate("review.decide", { ...address, as: null }) },
    });
  }

  return (
    <>
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.choices}>
        {isQuestion(subject) && part !== "decided-before" ? (
          <Button kind="owed" big onClick={() => onDeciding({ as: "keep" })}>
            Answer it
          </Button>
        ) : part === "decided-before" ? (
          <div className={styles.halves}>
            <Button kind="owed" big busy={task.busy} onClick={() => keep(true)}>
              Done, next
            </Button>
            <Button big onClick={() => onDeciding({ as: "keep", done: false })}>
              Not done
            </Button>
          </div>
        ) : (
          <Button kind="owed" big busy={task.busy} onClick={() => keep()}>
            Keep as it is, next
          </Button>
        )}
        {choices
          .filter((as) => as !== "keep")
          .map((as) => (
            <Button key={as} onClick={() => onDeciding({ as })}>
              {choiceWords[as]}
            </Button>
          ))}
      </div>
    </>
  );
}
