import type { Remembered } from "../../../shared/search/remembered.ts";
import { marked, type Piece, snippet } from "../../../shared/search/snippet.ts";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import styles from "./Search.module.css";
import { whereTo } from "./where-to.ts";

/** One thing somebody wrote: what it is about, the words that were looked for in their sentence, whose and when. */
export function Result({
  one,
  words,
  cycle,
  people,
  today,
  onFollow,
}: {
  one: Remembered;
  words: readonly string[];
  cycle: string | undefined;
  people: readonly string[];
  today: string;
  onFollow: () => void;
}) {
  const facts = [one.standing, cycle, people.join(", "), one.on && formatDay(one.on, undefined, today)];
  const detail = (
    <>
      {one.text === "" ? null : (
        <span className={styles.text} dir="auto">
          <Pieces of={snippet(one.text, words)} />
        </span>
      )}
      <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
    </>
  );
  const title = (
    <span className={styles.title} dir="auto">
      <Pieces of={marked(one.title, words)} />
    </span>
  );
  return (
    // What was typed is kept before the link leads away.
    <div className={styles.result} onClickCapture={onFollow}>
      <ListRow href={whereTo(one.leads)} title={title} detail={detail} />
    </div>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ text, marked }, place) =>
    marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
