import type { Review } from "../../../shared/reviews/review.ts";
import { decisionWords, type Names } from "../../../shared/reviews/words.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Rhythm.module.css";

/** What was decided on an item, by whom, and the ways to change it or take it back. */
export function Decided({
  decision,
  reviewId,
  names,
  onChange,
}: {
  decision: Review["decisions"][number];
  reviewId: string;
  names: Names;
  onChange: () => void;
}) {
  const task = useTask();
  const { subject, by, at: _at, ...said } = decision;
  const address = { reviewId, subject };

  async function takeBack() {
    if (!(await task.run(() => mutate("review.decide", { ...address, as: null })))) return;
    showToast({
      text: "Taken back",
      action: { label: "Undo", onTap: () => void mutate("review.decide", { ...address, ...said }) },
    });
  }

  return (
    <Card label="Decided">
      <p className={styles.decided} dir="auto">
        {decisionWords(decision, names)}
      </p>
      <p className={styles.soft}>Said by {names.member(by)}.</p>
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.doors}>
        <Button kind="quiet" onClick={onChange}>
          Change it
        </Button>
        <Button kind="quiet" busy={task.busy} onClick={takeBack}>
          Take it back
        </Button>
      </div>
    </Card>
  );
}
