import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import styles from "./Overwrites.module.css";
import { type OverwrittenField, overwriteWords } from "./overwrite-words.ts";
import { RefusalNote } from "./RefusalNote.tsx";
import { showToast } from "./Toast.tsx";
import { useTask } from "./task.ts";

/** Fields of this page that somebody has changed after this person had set them, each with the way back. */
export function Overwrites<O extends OverwrittenField>({
  overwrites,
  mayRestore,
  onRestore,
  onDismiss,
}: {
  overwrites: readonly O[] | undefined;
  mayRestore: boolean;
  /** Answers as `mutate` does. */
  onRestore: (one: O) => Promise<unknown>;
  onDismiss: (one: O) => Promise<unknown>;
}) {
  const task = useTask();
  if (overwrites === undefined || overwrites.length === 0) return null;
  const restore = async (one: O) => {
    if (await task.run(() => onRestore(one))) showToast({ text: "Set back to yours" });
  };
  return (
    <div className={styles.list} role="status">
      {overwrites.map((one) => (
        <Banner
          key={one.field}
          tone="quiet"
          icon="undo"
          title={overwriteWords(one)}
          body="Of two changes to the same field the later one counts."
          action={
            <>
              {mayRestore ? (
                <Button busy={task.busy} onClick={() => restore(one)}>
                  Restore mine
                </Button>
              ) : null}
              <Button kind="quiet" onClick={() => task.run(() => onDismiss(one))}>
                Let it be
              </Button>
            </>
          }
        />
      ))}
      <RefusalNote refused={task.refused} />
    </div>
  );
}
