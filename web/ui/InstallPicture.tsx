import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./InstallPicture.module.css";

export type InstallPictureOf = "share" | "add" | "open" | "menu";

/** A drawn look at the step; the words beside it say the same. */
export function InstallPicture({ step }: { step: InstallPictureOf }) {
  return (
    <svg className={styles.picture} viewBox="0 0 280 132" aria-hidden="true" focusable="false">
      {drawn[step]}
    </svg>
  );
}

const share = "M-7 -1v9a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-9M0 4v-15M-4.5 -7l4.5 -4.5l4.5 4.5";
const star = "M0 -11l2.6 8.4l8.4 2.6l-8.4 2.6l-2.6 8.4l-2.6 -8.4l-8.4 -2.6l8.4 -2.6z";

/** The bar at the foot of Safari: back, forward, share, bookmarks, tabs. */
const bar = (
  <>
    <path className={styles.sheet} d="M20 0v108a14 14 0 0 0 14 14h212a14 14 0 0 0 14 -14v-108" />
    <rect className={styles.quiet} x="40" y="16" width="130" height="9" rx="4.5" />
    <rect className={styles.quiet} x="40" y="34" width="200" height="7" rx="3.5" />
    <rect className={styles.quiet} x="40" y="49" width="170" height="7" rx="3.5" />
    <path className={styles.line} d="M20 76h240M56 92l-7 7l7 7M96 92l7 7l-7 7" />
    <path className={styles.line} d="M178 92h11v15l-5.5 -4l-5.5 4zM216 96h12v12h-12zM221 96v-5h12v12h-5" />
    <Placed x={140} y={100}>
      <path className={styles.here} d={share} />
      <circle className={styles.ring} r="18" />
    </Placed>
  </>
);

/** What Share opens, with the one line that matters marked. */
const list = (
  <>
    <path className={styles.sheet} d="M20 132v-104a14 14 0 0 1 14 -14h212a14 14 0 0 1 14 14v104" />
    <Line y={36} text="Copy" />
    <Line y={68} text="Add to Reading List" />
    <rect className={styles.ring} x="28" y="84" width="224" height="32" rx="8" />
    <Line y={100} text="Add to Home Screen" strong />
    <path className={styles.here} d="M224 92h16v16h-16zM232 96v8M228 100h8" />
  </>
);

const home = (
  <>
    {[0, 1, 2, 3, 4, 5, 6, 7].map((n) => (
      <rect
        key={n}
        className={n === 5 ? styles.tile : styles.quiet}
        x={43 + (n % 4) * 54}
        y={14 + Math.floor(n / 4) * 58}
        width="32"
        height="32"
        rx="8"
      />
    ))}
    <Placed x={113} y={88}>
      <path className={styles.solid} d={star} />
      <circle className={styles.ring} r="26" />
    </Placed>
    <text className={classes(styles.text, styles.strong)} x="113" y="128" textAnchor="middle">
      Northing
    </text>
  </>
);

/** The menu of an app that opens links itself. */
const menu = (
  <>
    <path className={styles.sheet} d="M20 132v-104a14 14 0 0 1 14 -14h212a14 14 0 0 1 14 14v104" />
    <path className={styles.line} d="M40 31l8 8M48 31l-8 8M20 54h240" />
    <path className={styles.here} d="M226 35h.1M234 35h.1M242 35h.1" />
    <circle className={styles.ring} cx="234" cy="35" r="15" />
    <rect className={styles.sheet} x="112" y="62" width="138" height="60" rx="10" />
    <Line x={126} y={79} text="Copy link" />
    <Line x={126} y={105} text="Open in browser" strong />
  </>
);

const drawn: Record<InstallPictureOf, ReactNode> = { share: bar, add: list, open: home, menu };

function Placed({ x, y, children }: { x: number; y: number; children: ReactNode }) {
  return <g transform={`translate(${x} ${y})`}>{children}</g>;
}

function Line({
  x = 40,
  y,
  text,
  strong = false,
}: {
  x?: number;
  y: number;
  text: string;
  strong?: boolean;
}) {
  return (
    <text className={classes(styles.text, strong && styles.strong)} x={x} y={y + 4}>
      {text}
    </text>
  );
}
