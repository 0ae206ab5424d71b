import type { ReactNode } from "react";
import { Bar } from "./Bar.tsx";
import styles from "./FileRow.module.css";
import { Icon } from "./Icon.tsx";

/**
 * One attached file. With `href` a tap on its name calls `onOpen`, and its address can be copied; `state` says where it
 * is, and `progress` (0–1) how far. `actions` stand at its end.
 */
export function FileRow({
  name,
  detail,
  href,
  onOpen,
  state,
  progress,
  actions,
}: {
  name: string;
  detail: string;
  href?: string | undefined;
  onOpen?: () => void;
  state?: string | undefined;
  progress?: number | undefined;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <Icon name="file" />
      <div className={styles.words}>
        {href === undefined ? (
          <span className={styles.name} dir="auto">
            {name}
          </span>
        ) : (
          <a
            className={styles.name}
            dir="auto"
            href={href}
            download={name}
            onClick={(event) => {
              if (onOpen === undefined) return;
              event.preventDefault();
              onOpen();
            }}
          >
            {name}
          </a>
        )}
        <span className={styles.detail}>{detail}</span>
        {state === undefined ? null : <span className={styles.detail}>{state}</span>}
        {progress === undefined ? null : <Bar progress={progress} />}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
