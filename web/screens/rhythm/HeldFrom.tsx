import { NeedsServer } from "../../ui/NeedsServer.tsx";
import styles from "./Rhythm.module.css";
import type { HeldRows } from "./use-held-rows.ts";

/** Of which day the figures of a held review are, and how well that day is known here. */
export function HeldFrom({ held: { rows, refused }, day }: { held: HeldRows; day: string }) {
  if (rows === undefined) return <p role="status">Fetching the figures of {day} from the server.</p>;
  if (refused === undefined)
    return <p className={styles.soft}>Figures are those of {day}, as they were known then.</p>;
  return (
    <>
      <NeedsServer code={refused.code} what={`How it stood on ${day}`} onAgain={refused.again} />
      <p className={styles.soft}>
        Until then: what this phone knows of {day}. What was corrected or moved since is shown as it is now.
      </p>
    </>
  );
}
