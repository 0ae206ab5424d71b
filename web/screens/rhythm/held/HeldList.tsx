import { subjectKey } from "../../../../shared/reviews/agenda-item.ts";
import { type Figure, figureOf } from "../../../../shared/reviews/figure.ts";
import type { ReviewSubject } from "../../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { Card } from "../../../ui/Card.tsx";
import { ListRow } from "../../../ui/ListRow.tsx";
import { StatusMark } from "../../../ui/StatusMark.tsx";
import styles from "../Rhythm.module.css";
import type { ReviewView } from "../review-view.ts";
import { linkOf } from "../subject-links.ts";

/** What a held review looked at, each with what was said of it and where it stood on that day. */
export function HeldList({
  said,
  view: { terms, rows },
  names,
  then,
  heldOn,
}: {
  said: readonly { subject: ReviewSubject; words: string | undefined }[];
  view: ReviewView;
  names: ReviewView["names"];
  /** The rows of that day; absent while they are fetched. */
  then: ReviewRows | undefined;
  heldOn: string;
}) {
  const cycle = then?.cycles.find((one) => one.id === terms.cycleId);
  return (
    <Card flush>
      <ul>
        {said.map(({ subject, words }) => {
          const figure = then && cycle && figureOf(subject, heldOn, cycle, then);
          return (
            <li key={subjectKey(subject)}>
              <ListRow
                href={linkOf(subject, rows)}
                title={<span dir="auto">{names.subject(subject)}</span>}
                detail={
                  <>
                    {words ? <span dir="auto">{words}</span> : null}
                    {figure ? <FigureThen figure={figure} /> : null}
                  </>
                }
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function FigureThen({ figure: { words, mark } }: { figure: Figure }) {
  return (
    <span className={styles.then}>
      {words === "" ? null : <span>{words}</span>}
      <StatusMark status={mark.as}>{mark.word}</StatusMark>
    </span>
  );
}
