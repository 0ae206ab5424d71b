import { decisionWords } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { focusOnMount } from "../../ui/focus-on-mount.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { DigestWays } from "./DigestWays.tsx";
import { Files } from "./Files.tsx";
import { ScoreSoFar } from "./quarterly/ScoreSoFar.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";
import { isSettled } from "./settled.ts";

/** What was decided, room for notes, and the end of the review. */
export function ReviewEnd({
  view,
  review,
  today,
  before,
  title,
}: {
  view: ReviewView;
  review: RowOf<"review">;
  today: string;
  before: { href: string; remember: () => void } | undefined;
  title: string;
}) {
  const { names } = view;
  const reviewId = review.id;
  const task = useTask();
  const draft = useDrafted<{ notes: string }>(`review.note ${reviewId}`, { notes: review.notes ?? "" });
  if (draft === undefined) return null;
  const notes = draft.value.notes.trim();
  const skipped = view.items.filter((one) => !isSettled(one, review, view.rows)).length;

  async function complete() {
    const done = await task.run(async () => {
      if (notes !== (review.notes ?? "")) {
        const kept = await mutate("review.note", { reviewId, notes: notes === "" ? null : notes });
        if (!kept.saved) return kept;
      }
      return mutate("review.complete", { reviewId });
    });
    if (!done) return;
    showToast({
      text: `${title} done`,
      action: { label: "Undo", onTap: () => void mutate("review.reopen", { reviewId }) },
    });
    await draft?.drop();
  }

  return (
    <>
      <Card label="What was decided">
        <h2 className={styles.subject} tabIndex={-1} ref={focusOnMount}>
          What was decided
        </h2>
        {review.decisions.length === 0 ? (
          <p className={styles.soft}>No decision was taken: everything stays as it is.</p>
        ) : (
          <ul>
            {review.decisions.map((one) => (
              <li key={`${one.subject.kind}/${one.subject.id}`}>
                <ListRow
                  title={<span dir="auto">{names.subject(one.subject)}</span>}
                  detail={<span dir="auto">{decisionWords(one, names)}</span>}
                />
              </li>
            ))}
          </ul>
        )}
        {skipped === 0 ? null : (
          <p className={styles.soft}>
            {skipped} of {plural(view.items.length, "thing")} skipped.
          </p>
        )}
        <Field label="Notes" hint="Everybody in the workspace can read them.">
          <TextArea value={draft.value.notes} max={2000} onChange={(text) => draft.set({ notes: text })} />
        </Field>
        <Files
          label="Files"
          hint="Everybody in the workspace can download them; at most 10 MB each."
          subjectId={reviewId}
          today={today}
          nameOf={names.member}
        />
        <RefusalNote refused={task.refused} />
        <Button kind="owed" big busy={task.busy} onClick={complete}>
          Complete it
        </Button>
      </Card>
      {view.terms.squadId === undefined ? null : <DigestWays squadId={view.terms.squadId} rows={view.rows} />}
      {view.terms.beat === "monthly" ? <ScoreSoFar rows={view.rows} /> : null}
      {before === undefined ? null : (
        <Button href={before.href} onClick={before.remember}>
          Back
        </Button>
      )}
    </>
  );
}
