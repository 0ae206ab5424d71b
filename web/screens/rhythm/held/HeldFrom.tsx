import { NeedsServer } from "../../../ui/NeedsServer.tsx";
import styles from "../Rhythm.module.css";
import type { HeldRows } from "./use-held-rows.ts";

/** Said while the day a review was held is not known as the server knows it. */
export function HeldFrom({ held: { rows, refused }, day }: { held: HeldRows; day: string }) {
  if (rows === undefined) return <p role="status">Fetching the figures of {day} from the server.</p>;
  if (refused === undefined) return null;
  return (
    <>
      <NeedsServer code={refused.code} what={`How it stood on ${day}`} onAgain={refused.again} />
      <p className={styles.soft}>
        Until then: what this phone knows of {day}. What was corrected or moved since is shown as it is now.
      </p>
    </>
  );
}
