import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Compare.module.css";
import type { Said as Words } from "./compared.ts";

/** A verdict with what was said for it. */
export function Said({ said: { mark, text } }: { said: Words }) {
  return (
    <>
      {mark ? <StatusMark status={mark.status}>{mark.word}</StatusMark> : null}
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </>
  );
}
