import { focusWords } from "../../../shared/focus/words.ts";
import type { FocusView } from "../../store/focus.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Tv.module.css";

/** The key result of the day of each squad, and why it is this one. */
export function TvFocus({ view }: { view: FocusView }) {
  const nameOf = (id: string) => view.members.find((one) => one.id === id)?.name;
  return (
    <ul className={styles.grid}>
      {view.squads
        .filter((one) => one.focus.keyResult !== undefined)
        .map(({ squad, focus }) => (
          <li key={squad.id} className={styles.box}>
            <p className={styles.quiet}>{squad.name}</p>
            <p className={styles.name} dir="auto">
              {focus.keyResult?.title}
            </p>
            <p className={styles.said}>{focusWords(focus, nameOf)?.why}</p>
            {focus.status ? <StatusMark status={focus.status} /> : null}
          </li>
        ))}
    </ul>
  );
}
