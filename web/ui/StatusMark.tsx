import { classes } from "./classes.ts";
import styles from "./StatusMark.module.css";

export type Mark =
  | "done"
  | "no-data"
  | "stale"
  | "too-early"
  | "on-pace"
  | "behind"
  | "off-pace"
  | "ok"
  | "warn"
  | "bad"
  | "quiet";

const marks: Record<
  Mark,
  { word: string; tone: "ok" | "warn" | "bad" | "quiet"; shape: string; solid: boolean }
> = {
  done: {
    word: "done",
    tone: "ok",
    shape: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM4.8 8.3l2.2 2.2 4.2-4.7",
    solid: false,
  },
  "on-pace": { word: "on pace", tone: "ok", shape: "M2.5 8.6l3.6 3.6L13.5 4", solid: false },
  behind: { word: "behind", tone: "warn", shape: "M8 2l6.6 11.8H1.4z", solid: true },
  "off-pace": { word: "off pace", tone: "bad", shape: "M8 1l6.5 7L8 15 1.5 8z", solid: true },
  stale: { word: "stale", tone: "quiet", shape: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z", solid: false },
  "no-data": { word: "no data", tone: "quiet", shape: "M3 8h10", solid: false },
  "too-early": {
    word: "too early",
    tone: "quiet",
    shape: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.2 1.6",
    solid: false,
  },
  ok: { word: "usual range", tone: "ok", shape: "M2.5 8.6l3.6 3.6L13.5 4", solid: false },
  warn: { word: "look", tone: "warn", shape: "M8 2l6.6 11.8H1.4z", solid: true },
  bad: { word: "breached", tone: "bad", shape: "M8 1l6.5 7L8 15 1.5 8z", solid: true },
  quiet: { word: "", tone: "quiet", shape: "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z", solid: true },
};

/** A status as shape, colour and word. `children` replaces the word ("9 days old"), never the shape. */
export function StatusMark({ status, children }: { status: Mark; children?: string | undefined }) {
  const { word, tone } = marks[status];
  return (
    <span className={classes(styles.mark, styles[tone])}>
      <StatusShape status={status} />
      {children ?? word}
    </span>
  );
}

/** The shape alone, for a drawing that writes the word itself; place and size are the drawing's. */
export function StatusShape({
  status,
  ...at
}: {
  status: Mark;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}) {
  const { tone, shape, solid } = marks[status];
  return (
    <svg
      {...at}
      className={classes(
        styles.shape,
        at.width !== undefined && styles[tone],
        solid && styles.solid,
        status === "stale" && styles.dotted,
      )}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={shape} />
    </svg>
  );
}
