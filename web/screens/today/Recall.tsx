import { useState } from "react";
import { addDays } from "../../../shared/time/local-date.ts";
import { saveDraft } from "../../store/draft.ts";
import { useDraft } from "../../store/drafted.ts";
import { useToday } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { useRecall } from "../../store/recall.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RecallAnswer, RecallChoices } from "../../ui/RecallQuestion.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Recall.module.css";

const restDays = 7;
const later = "recall/later";

/** Once a cycle: which of four is our North Star? Put off, it comes again in a week; answered, it is gone. */
export function Recall() {
  const today = useToday();
  const asked = useRecall();
  const rest = useDraft<string>(later);
  const [answered, setAnswered] = useState<string>();
  const task = useTask();
  if (!asked || rest === undefined) return null;
  const { cycle, question, given } = asked;
  const here = answered === cycle.id;
  if (given && here)
    return (
      <Card label="The North Star">
        <RecallAnswer {...asked} right={given.right} readOut />
        <Button kind="quiet" onClick={() => setAnswered(undefined)}>
          Close
        </Button>
      </Card>
    );
  if (given || !asked.due || question.choices.length < 2 || (rest.draft ?? "") > today) return null;
  return (
    <Card label="A question">
      <div className={styles.asking}>
        <h2 className={styles.question}>Which is our North Star?</h2>
        <p className={styles.soft}>One tap, from memory; its name above is covered meanwhile.</p>
      </div>
      <RecallChoices
        question={question}
        busy={task.busy}
        onChoose={({ key }) => {
          setAnswered(cycle.id);
          void task.run(() => mutate("recall.answer", { cycleId: cycle.id, choice: key }));
        }}
      />
      <RefusalNote refused={task.refused} where="request" />
      <Button kind="quiet" onClick={() => void saveDraft(later, addDays(today, restDays))}>
        Not now
      </Button>
    </Card>
  );
}
