import type { ReactNode } from "react";
import styles from "./Banner.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";

/** A state of the app: what happened, what is safe, what to do. `owed` needs the person now; the others inform. */
export function Banner({
  tone,
  title,
  body,
  action,
  icon = tone === "quiet" ? "sync" : "warning",
}: {
  tone: "quiet" | "warn" | "bad" | "owed";
  title: string;
  body?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}) {
  return (
    <div className={classes(styles.banner, styles[tone])}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {body ? <div className={styles.body}>{body}</div> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
