import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import { namesIn } from "../../../../shared/reviews/names.ts";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { FilesRead } from "../Files.tsx";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";

/** Plan, market, links and files as they were written and attached. */
export function EvidenceRead({
  starId,
  said,
  rows,
  today,
}: {
  starId: string;
  said: Revalidation;
  rows: ReviewRows;
  today: string;
}) {
  const { plan, market, links = [], openedAt } = said;
  return (
    <>
      {plan === undefined && market === undefined && links.length === 0 ? (
        <p className={styles.soft}>Nothing was written about plan and market.</p>
      ) : null}
      {[
        ["The profit and loss plan", plan],
        ["Market signals", market],
      ].map(([label, text]) =>
        text === undefined ? null : (
          <div key={label}>
            <h3 className={styles.part}>{label}</h3>
            <p className={retro.said} dir="auto">
              {text}
            </p>
          </div>
        ),
      )}
      {links.length === 0 ? null : (
        <ul className={retro.links}>
          {links.map((one) => (
            <li key={one}>
              <a href={one} target="_blank" rel="noopener noreferrer">
                {one}
              </a>
            </li>
          ))}
        </ul>
      )}
      <FilesRead subjectId={starId} openedAt={openedAt} today={today} nameOf={namesIn(rows).member} />
    </>
  );
}
