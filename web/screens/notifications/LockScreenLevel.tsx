import { useId } from "react";
import { nudgeWording } from "../../../shared/reminders/check-in-wording.ts";
import type { OwedKeyResult } from "../../../shared/reminders/saying.ts";
import type { LockScreen } from "../../../shared/reminders/wording.ts";
import { Icon } from "../../ui/Icon.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import styles from "./LockScreenLevel.module.css";

/** One level to choose, with the notification as it would stand there: by the very words that are sent. */
export function LockScreenLevel({
  level,
  owed,
  locale,
  chosen,
  onChoose,
}: {
  level: LockScreen;
  owed: readonly OwedKeyResult[];
  locale: string;
  chosen: boolean;
  onChoose: () => void;
}) {
  const id = useId();
  const { label, detail } = lockScreenWords[level];
  const said = owed.length === 0 ? undefined : nudgeWording({ kind: "nudge", owed }, level, locale);
  return (
    <label className={styles.level} htmlFor={id}>
      <input
        id={id}
        className={styles.radio}
        type="radio"
        name="lock-screen"
        checked={chosen}
        onChange={onChoose}
        aria-describedby={`${id}-preview`}
      />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
      {said === undefined ? null : (
        <span className={styles.notification} id={`${id}-preview`}>
          <span className={styles.from}>
            <Icon name="star" /> Northing
          </span>
          <span className={styles.title}>{said.title}</span>
          {said.body === "" ? null : <span className={styles.body}>{said.body}</span>}
        </span>
      )}
    </label>
  );
}
