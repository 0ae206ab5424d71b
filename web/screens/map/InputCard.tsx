import { Link } from "wouter";
import type { InputAudit } from "../../../shared/okrs/audit.ts";
import type { Answer } from "../../../shared/okrs/audit-answer.ts";
import { Card } from "../../ui/Card.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Audit.module.css";
import { bearingMarks, because, type Question, questions, verdictMarks } from "./audit-words.ts";
import type { SeenRows } from "./map-rows.ts";

interface Shown {
  rows: SeenRows;
  memberId: string;
}

/** One input metric under its three questions. */
export function InputCard({ input, ...shown }: Shown & { input: InputAudit }) {
  const { metric, bears } = input;
  return (
    <Card label={metric.name}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <Link href={`/metrics/${metric.id}`} className={styles.link}>
            {metric.name}
          </Link>
        </h2>
        <StatusMark status={bearingMarks[bears].mark}>{bearingMarks[bears].word}</StatusMark>
      </div>
      <ul>
        {questions.map(({ name, words }) => {
          const { mark, word } = verdictMarks[input[name].verdict];
          return (
            <li key={name} className={styles.question}>
              <p className={styles.asked}>
                <span>{words}</span>
                <StatusMark status={mark}>{word}</StatusMark>
              </p>
              <p className={styles.soft}>{because(name, input[name])}</p>
              <Doing question={name} answer={input[name]} {...shown} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const named = 3;

/** Where to go about it. */
function Doing({ question, answer, rows, memberId }: Shown & { question: Question; answer: Answer }) {
  const { verdict, why, about } = answer;
  if (question === "committed")
    return verdict !== "no" ? null : (
      <Link href="/cycle" className={styles.doing}>
        {why === "only-drafts" ? "Commit one in the cycle" : "Plan a key result that moves it"}
      </Link>
    );
  const mine = question === "answered" && about.some((one) => one.ownerId === memberId);
  const others = verdict === "waiting" ? [] : about;
  const ownerOf = (id: string) => rows.members.find((one) => one.id === id)?.name ?? "nobody";
  return (
    <>
      {mine ? (
        <Link href="/check-in" className={styles.doing}>
          Check in on yours
        </Link>
      ) : null}
      {others.slice(0, named).map((one) => (
        <Link key={one.id} href={`/key-results/${one.id}`} className={styles.doing}>
          {one.title}, {ownerOf(one.ownerId)}
        </Link>
      ))}
      {others.length > named ? <p className={styles.soft}>and {others.length - named} more</p> : null}
    </>
  );
}
