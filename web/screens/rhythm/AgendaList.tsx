import { Link } from "wouter";
import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { subjectKey } from "../../../shared/reviews/agenda-item.ts";
import { decisionLabel, type Names, partWords } from "../../../shared/reviews/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { byPart } from "./by-part.ts";
import { endStep } from "./ReviewWalk.tsx";
import styles from "./Rhythm.module.css";

/** The agenda as a list of ways, with what was decided on each. */
export function AgendaList({
  items,
  names,
  isSettled,
  step,
  hrefOf,
  onGo,
}: {
  items: readonly HeldItem[];
  names: Names;
  isSettled: (item: HeldItem) => boolean;
  step: string;
  hrefOf: (step: string) => string;
  onGo: (step: string) => void;
}) {
  const way = (key: string, inside: React.ReactNode) => (
    <li key={key}>
      <Link
        href={hrefOf(key)}
        className={styles.way}
        aria-current={key === step ? "step" : undefined}
        onClick={() => onGo(key)}
      >
        {inside}
      </Link>
    </li>
  );
  return (
    <div className={styles.agenda}>
      {byPart(items).map(([part, inPart]) => (
        <section key={part} aria-label={partWords[part]}>
          <h2 className={styles.part}>{partWords[part]}</h2>
          <ul className={styles.ways}>
            {inPart.map((item) =>
              way(
                subjectKey(item.subject),
                <>
                  <span className={styles.mark} aria-hidden="true">
                    {isSettled(item) ? <Icon name="check" /> : null}
                  </span>
                  <span className={styles.wayWords}>
                    <span dir="auto">{names.subject(item.subject)}</span>
                    {item.decision ? (
                      <span className={styles.tiny}>{decisionLabel(item.decision)}</span>
                    ) : null}
                  </span>
                </>,
              ),
            )}
          </ul>
        </section>
      ))}
      <ul className={styles.ways}>
        {way(
          endStep,
          <>
            <span className={styles.mark} aria-hidden="true">
              <Icon name="flag" />
            </span>
            <span className={styles.wayWords}>What was decided</span>
          </>,
        )}
      </ul>
    </div>
  );
}
