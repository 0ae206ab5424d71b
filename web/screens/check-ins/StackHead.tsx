import { Link } from "wouter";
import { useSyncState } from "../../store/sync-state.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Stack.module.css";

/** The way out, how far the stack is, and the way past this card. */
export function StackHead({ at, of, onSkip }: { at: number; of: number; onSkip: () => void }) {
  return (
    <div className={styles.head}>
      <Link
        href="/check-in/mine"
        className={styles.leave}
        aria-label="Leave the check-in; what you typed is kept"
      >
        <Icon name="close" />
      </Link>
      {of > 1 ? (
        <div className={styles.marks} role="img" aria-label={`Key result ${at + 1} of ${of}`}>
          {Array.from({ length: of }, (_, index) => (
            <span
              key={index}
              className={classes(styles.mark, index < at && styles.past, index === at && styles.now)}
            />
          ))}
        </div>
      ) : null}
      {at < of - 1 ? (
        <div className={styles.skip}>
          <Button kind="quiet" onClick={onSkip}>
            Skip
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Where a save goes right now, when that is not simply the server. */
export function SavesWhere() {
  const { phase } = useSyncState();
  if (phase === "idle" || phase === "sending") return null;
  return (
    <p className={styles.state}>
      <Icon name="offline" />
      {phase === "offline" ? "offline, saves to this phone" : "saves to this phone"}
    </p>
  );
}
