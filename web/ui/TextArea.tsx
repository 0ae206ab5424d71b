import type { TextareaHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import { useFieldLinks } from "./field-context.ts";
import styles from "./TextInput.module.css";

type Native = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "value" | "onChange" | "className" | "style" | "maxLength"
>;

/**
 * Several lines. With `max` a counter appears in the last fifth; longer text may be pasted and is marked, never cut, so
 * that nothing is lost: the form refuses it instead.
 */
export function TextArea({
  value,
  onChange,
  max,
  ...native
}: Native & { value: string; onChange: (value: string) => void; max?: number }) {
  const left = max === undefined ? undefined : max - value.trim().length;
  return (
    <>
      <textarea
        rows={2}
        {...useFieldLinks()}
        {...native}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {max !== undefined && left !== undefined && left <= max / 5 ? (
        <p className={classes(styles.counter, left < 0 && styles.full)} role="status">
          {left < 0 ? `${-left} characters too many` : `${left} characters left`}
        </p>
      ) : null}
    </>
  );
}
