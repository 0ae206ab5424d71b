import type { MouseEvent, ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

interface Look {
  /** `owed` is the one primary action of a screen, the only magenta on it. */
  kind?: "owed" | "plain" | "quiet" | "danger";
  /** Full width and 52 px high. */
  big?: boolean;
  children: ReactNode;
}

/**
 * A button, or a link that looks like one when it has an `href`. While `busy` it stays focusable and swallows taps, so
 * that a double tap does a thing once.
 */
export function Button({
  kind = "plain",
  big,
  busy,
  href,
  type = "button",
  disabled,
  onClick,
  children,
  ...rest
}: Look & {
  busy?: boolean | undefined;
  href?: string | undefined;
  type?: "button" | "submit";
  disabled?: boolean | undefined;
  /** May answer a promise; what can fail goes through `useTask`. */
  onClick?: ((event: MouseEvent<HTMLElement>) => unknown) | undefined;
  form?: string;
  "aria-label"?: string;
  "aria-expanded"?: boolean;
  "aria-controls"?: string;
  "aria-describedby"?: string;
}) {
  const className = classes(styles.button, styles[kind], big && styles.big);
  if (href !== undefined)
    return (
      <Link href={href} className={className} onClick={onClick} aria-label={rest["aria-label"]}>
        {children}
      </Link>
    );
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      className={className}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </button>
  );
}
