import type { InputHTMLAttributes } from "react";
import { useFieldLinks } from "./field-context.ts";
import styles from "./TextInput.module.css";

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "value" | "onChange" | "className" | "style" | "prefix"
>;

/** One line of text. Takes every native attribute (`type`, `autoComplete`, `required`, `maxLength` …). */
export function TextInput({
  value,
  onChange,
  ...native
}: Native & { value: string; onChange: (value: string) => void }) {
  return (
    <input
      {...useFieldLinks()}
      {...native}
      ref={native.autoFocus ? markAutofocus : undefined}
      className={styles.input}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A dialog gives keyboard focus by the attribute, which React does not write: it focuses before the dialog is open. */
function markAutofocus(input: HTMLInputElement | null): void {
  input?.setAttribute("autofocus", "");
}
