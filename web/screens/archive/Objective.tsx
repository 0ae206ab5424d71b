import { bandOf } from "../../../shared/okrs/progress.ts";
import { scoreNotes } from "../../../shared/okrs/progress-words.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { Fold } from "../../ui/Fold.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Archive.module.css";
import type { PastObjective } from "./past-rows.ts";
import { gradeWords, saidOf, scoreWord } from "./words.ts";

/** An objective as it ended: its score, its key results with their grades, and what was said of each, week by week. */
export function Objective({ objective, today }: { objective: PastObjective; today: string }) {
  const { row, squad, serves, score, keyResults } = objective;
  const notes = score.score === null ? [] : scoreNotes(score);
  return (
    <Card label={row.title}>
      <header className={styles.head}>
        <div>
          <p className={styles.soft} dir="auto">
            {[squad ?? "Company", serves && `serves “${serves}”`].filter(Boolean).join(" · ")}
          </p>
          <h2 className={styles.title} dir="auto">
            {row.title}
          </h2>
        </div>
        {score.score === null ? null : <span className={styles.score}>{scoreWord(score.score)}</span>}
      </header>
      {notes.length === 0 ? null : <p className={styles.soft}>{notes.join("; ")}</p>}
      {row.exempt ? (
        <p className={styles.soft} dir="auto">
          Declared exemption: {row.exempt.reason}
        </p>
      ) : null}
      {keyResults.length === 0 ? null : (
        <ul className={styles.keyResults}>
          {keyResults.map((one) => (
            <KeyResult key={one.row.id} of={one} today={today} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const tones = { green: "ok", amber: "warn", red: "bad" } as const;

function KeyResult({ of, today }: { of: PastObjective["keyResults"][number]; today: string }) {
  const { row, owner, checkIns } = of;
  const { score, detail } = gradeWords(row);
  const said = saidOf(checkIns, row);
  return (
    <li className={styles.keyResult}>
      <div className={styles.head}>
        <div>
          <p className={styles.name} dir="auto">
            {row.title}
          </p>
          <p className={styles.soft}>{owner}</p>
        </div>
        {score === undefined ? (
          <StatusMark status="quiet">not graded</StatusMark>
        ) : (
          <StatusMark status={tones[bandOf(score, row.commitment)]}>{scoreWord(score)}</StatusMark>
        )}
      </div>
      {detail === undefined ? null : (
        <p className={styles.soft} dir="auto">
          {detail}
        </p>
      )}
      {said.length === 0 ? (
        <p className={styles.soft}>No check-in was made.</p>
      ) : (
        <Fold summary={plural(said.length, "check-in")}>
          <ol className={styles.said}>
            {said.map((one) => (
              <li key={one.id}>
                <p className={styles.soft}>
                  {formatDay(one.on, undefined, today)}: {one.words}
                </p>
                {one.note === undefined ? null : <p dir="auto">{one.note}</p>}
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </li>
  );
}
