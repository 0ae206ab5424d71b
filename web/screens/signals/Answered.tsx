import { useNow } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatAgo, formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { reopen } from "./answer.ts";
import styles from "./Signals.module.css";
import type { SignalRows } from "./signal-rows.ts";
import { answeredWords } from "./words.ts";

/** What somebody said it is, and the way back for those who may. */
export function Answered({ rows, mayAnswer }: { rows: SignalRows; mayAnswer: boolean }) {
  const { anomaly, keyResult } = rows.signal;
  const now = useNow();
  const task = useTask();
  const { answer, onset } = anomaly;
  if (answer === undefined) return null;
  const blocked = rows.choices.find((one) => one.id === answer.keyResultId) ?? keyResult;
  return (
    <Card label="The answer">
      <p>
        <strong>{answeredWords(answer, rows.members)}</strong>{" "}
        <span className={styles.soft}>{formatAgo(answer.at, now)}</span>
      </p>
      {answer.text === "" ? null : <p className={styles.said}>{answer.text}</p>}
      {answer.rebaseline ? (
        <p className={styles.soft}>
          The new normal begins on {formatDay(onset)}: later readings are held against it.
        </p>
      ) : null}
      {answer.as === "blocker" && blocked !== undefined ? (
        <ListRow href={`/key-results/${blocked.id}`} title={blocked.title} detail="what it blocks" />
      ) : null}
      <RefusalNote refused={task.refused} where="request" />
      {mayAnswer ? (
        <div className={styles.actions}>
          <Button kind="quiet" busy={task.busy} onClick={() => task.run(() => reopen(anomaly))}>
            Take the answer back
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
