import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { afterPaint } from "./after-paint.ts";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import styles from "./Page.module.css";
import { usePageFrame } from "./page-frame.ts";

let opened = false;

/**
 * A screen: its heading, which names the document and takes keyboard focus when one arrives by navigation, the way back,
 * an action and the content in one column. `aside` becomes a second column on a wide screen and follows below elsewhere.
 */
export function Page({
  title,
  detail,
  back,
  action,
  aside,
  wide = false,
  readOut = false,
  children,
}: {
  title: string;
  detail?: ReactNode;
  back?: { href: string; label: string } | undefined;
  action?: ReactNode;
  aside?: ReactNode;
  /** The content has columns of its own where there is room; "full" takes all there is. */
  wide?: boolean | "full";
  /** It took the place of something else without a navigation, so its heading is read out. */
  readOut?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { avatar, notices } = usePageFrame();
  useEffect(() => {
    let here = true;
    afterPaint(() => {
      if (here) document.title = title === "Northing" ? title : `${title} · Northing`;
    });
    return () => {
      here = false;
    };
  }, [title]);
  useEffect(() => {
    // The first page of a visit keeps the browser's own focus; later ones are read out from their heading.
    const busy = document.activeElement?.closest("main :not(h1)");
    if ((opened || readOut) && !busy) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, [readOut]);
  return (
    <div
      className={classes(
        styles.page,
        Boolean(aside) && styles.two,
        wide && (wide === "full" ? styles.full : styles.wide),
      )}
    >
      <header className={styles.header}>
        {back === undefined ? null : (
          <Link href={back.href} className={styles.back} aria-label={`Back to ${back.label}`}>
            <Icon name="back" />
          </Link>
        )}
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {detail ? <div className={styles.detail}>{detail}</div> : null}
        </div>
        {action}
        {back === undefined ? avatar : null}
      </header>
      {notices ? <div className={styles.notices}>{notices}</div> : null}
      <div className={styles.main}>{children}</div>
      {aside ? <div className={styles.aside}>{aside}</div> : null}
    </div>
  );
}
