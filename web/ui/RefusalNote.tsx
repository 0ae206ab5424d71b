import { Banner } from "./Banner.tsx";
import styles from "./RefusalNote.module.css";
import { refusalWords, type Where } from "./refusal.ts";
import type { Refused } from "./task.ts";

/** Why something was not done, in words, read out as soon as it appears. Nothing while nothing was refused. */
export function RefusalNote({ refused, where = "form" }: { refused: Refused | undefined; where?: Where }) {
  const words = refused && refusalWords(refused.code, where);
  const icon = refused?.code === "offline" ? "offline" : "warning";
  return (
    <div className={styles.note} role="alert">
      {words ? (
        <Banner tone="bad" icon={icon} title={words.happened} body={`${words.safe} ${words.todo}`} />
      ) : null}
    </div>
  );
}
