import { Button } from "./Button.tsx";
import { formatAgo, formatDay, formatTime } from "./day.ts";
import styles from "./HistoryList.module.css";

/** One change of something, in words. */
export interface HistoryEntry {
  key: string | number;
  /** When (ISO instant), and whose doing it was. */
  at: string;
  who: string;
  /** "made it", "changed it": ends the sentence that begins with who. */
  deed: string;
  /** What says something else since; an absent side was empty. */
  changes: readonly { label: string; before?: string | undefined; after?: string | undefined }[];
}

/** Who changed what and when, the newest first. `now` in milliseconds; with `onMore` there are older ones to fetch. */
export function HistoryList({
  entries,
  now,
  onMore,
}: {
  entries: readonly HistoryEntry[];
  now: number;
  onMore?: (() => void) | undefined;
}) {
  const today = new Date(now).toISOString().slice(0, 10);
  return (
    <>
      <ol className={styles.list}>
        {entries.map(({ key, at, who, deed, changes }) => (
          <li key={key} className={styles.entry}>
            <p className={styles.when}>
              <span>
                {who} {deed}
              </span>
              <time dateTime={at} title={`${formatDay(at.slice(0, 10), undefined, today)} ${formatTime(at)}`}>
                {formatAgo(at, now)}
              </time>
            </p>
            {changes.length === 0 ? null : (
              <dl className={styles.changes}>
                {changes.map((one) => (
                  <div key={one.label} className={styles.change}>
                    <dt>{one.label}</dt>
                    <dd>
                      {one.before === undefined ? null : <del>{one.before}</del>}{" "}
                      {one.after === undefined ? <span>emptied</span> : <ins>{one.after}</ins>}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {onMore === undefined ? null : <Button onClick={onMore}>Show older ones</Button>}
    </>
  );
}
