import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "./Icon.tsx";
import styles from "./ListRow.module.css";

/**
 * A row of a list inside a `<Card flush>`; a link with `href`, a file to take away with `file`, a button with `onClick`,
 * else plain. `lead` stands first.
 */
export function ListRow({
  title,
  detail,
  lead,
  end,
  href,
  file,
  onClick,
}: {
  title: ReactNode;
  detail?: ReactNode;
  lead?: ReactNode;
  end?: ReactNode;
  href?: string | undefined;
  file?: string | undefined;
  onClick?: (() => void) | undefined;
}) {
  const inside = (
    <>
      {lead}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {end ? <span className={styles.end}>{end}</span> : null}
      {href === undefined ? null : (
        <span className={styles.forward}>
          <Icon name="forward" />
        </span>
      )}
    </>
  );
  if (href !== undefined)
    return (
      <Link href={href} className={styles.row}>
        {inside}
      </Link>
    );
  if (file !== undefined)
    return (
      <a href={file} download className={styles.row}>
        {inside}
      </a>
    );
  if (onClick !== undefined)
    return (
      <button type="button" className={styles.row} onClick={onClick}>
        {inside}
      </button>
    );
  return <div className={styles.row}>{inside}</div>;
}
