import { Link } from "wouter";
import { useSyncState } from "../../store/sync-state.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Stack.module.css";

/** How far the stack is, the way out, and where a save goes right now. */
export function StackHead({ at, of }: { at: number; of: number }) {
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
      <Where />
    </div>
  );
}

function Where() {
  const { phase } = useSyncState();
  if (phase === "idle" || phase === "sending") return <p className={styles.state} />;
  return (
    <p className={styles.state}>
      <Icon name="offline" />
      {phase === "offline" ? "offline, saves to this phone" : "saves to this phone"}
    </p>
  );
}
