import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "./Icon.tsx";
import styles from "./ListRow.module.css";

/** A row of a list inside a `<Card flush>`; a link with `href`, a button with `onClick`, else plain. `lead` stands first. */
export function ListRow({
  title,
  detail,
  lead,
  end,
  href,
  onClick,
}: {
  title: ReactNode;
  detail?: ReactNode;
  lead?: ReactNode;
  end?: ReactNode;
  href?: string | undefined;
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
  if (onClick !== undefined)
    return (
      <button type="button" className={styles.row} onClick={onClick}>
        {inside}
      </button>
    );
  return <div className={styles.row}>{inside}</div>;
}
