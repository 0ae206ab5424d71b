import { type FitQuestion, fitAdvice, fitQuestions } from "../../../shared/metrics/fit.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { useTask } from "../../ui/task.ts";
import { verdictOptions } from "../../ui/verdict-words.ts";
import styles from "./Fields.module.css";
import { StepFrame } from "./StepFrame.tsx";
import { answerWord } from "./words.ts";
import { workshopRows } from "./workshop-rows.ts";

/** Five questions and what they come to. Each answer is saved as it is tapped; none of them blocks anything. */
export function FitStep() {
  const rows = useLive(workshopRows, []);
  const [mayWork] = useMay([["workspace.set-workshop", {}]]);
  const task = useTask();
  if (rows === undefined || mayWork === undefined) return null;
  const fit = rows.workshop.fit ?? {};
  const advice = fitAdvice(fit);
  const noteOn = (key: FitQuestion) => advice.notes.find((one) => one.key === key)?.words;
  return (
    <StepFrame step="fit" rows={rows}>
      {fitQuestions.map(({ key, question, hint }) => (
        <Card key={key}>
          <div className={styles.asked}>
            <h2 className={styles.question}>{question}</h2>
            <p className={styles.hint}>{hint}</p>
          </div>
          {mayWork ? (
            <Segmented
              label={question}
              options={verdictOptions}
              value={fit[key]}
              onChange={(answer) =>
                void task.run(() => mutate("workspace.set-workshop", { fit: { [key]: answer } }))
              }
            />
          ) : (
            <p>{answerWord(fit[key])}</p>
          )}
          {noteOn(key) ? <p className={styles.note}>{noteOn(key)}</p> : null}
        </Card>
      ))}
      <RefusalNote refused={task.refused} />
      <Card label="What it comes to">
        <p className={styles.verdict} role="status">
          {advice.words}
        </p>
        <p className={styles.hint}>
          A North Star suits product-led companies in growth with one clear customer value, and data to see it
          by. It suits very early companies, sales-led ones and several business models in one less. One
          vendor of OKR software names 30 to 500 people; that is its own claim.
        </p>
      </Card>
    </StepFrame>
  );
}
