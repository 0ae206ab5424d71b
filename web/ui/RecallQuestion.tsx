import type { RecallQuestion as Question, RecallChoice } from "../../shared/metrics/recall-question.ts";
import { Sparkline } from "../charts/Sparkline.tsx";
import { Button } from "./Button.tsx";
import { focusHere } from "./focus-on-mount.ts";
import styles from "./RecallQuestion.module.css";

/** The four to choose from; one tap answers. */
export function RecallChoices({
  question,
  busy,
  onChoose,
}: {
  question: Question;
  busy: boolean;
  onChoose: (choice: RecallChoice) => void;
}) {
  return (
    <ul className={styles.choices} aria-label="Which is our North Star?">
      {question.choices.map((one) => (
        <li key={one.key}>
          <Button big busy={busy} onClick={() => onChoose(one)}>
            {one.name}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Thanks, and what is right: the name, why it exists, and its line. `readOut` when it took the place of the choices. */
export function RecallAnswer({
  right,
  question,
  statement,
  values,
  readOut,
}: {
  right: boolean;
  question: Question;
  statement: string;
  values: readonly number[];
  readOut: boolean;
}) {
  return (
    <div className={styles.answer} tabIndex={-1} ref={readOut ? focusHere : undefined}>
      <p>{right ? "Thanks. That is it:" : "Thanks. It is another one:"}</p>
      <p className={styles.name}>{question.answer.name}</p>
      {values.length > 2 ? (
        <span className={styles.line}>
          <Sparkline values={values.slice(-16)} />
        </span>
      ) : null}
      {statement === "" ? null : <p className={styles.statement}>{statement}</p>}
      <p className={styles.soft}>Only how many knew it is shown, never who.</p>
    </div>
  );
}
