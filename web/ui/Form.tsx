import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./Form.module.css";

/**
 * A form whose own words replace the browser's: once a try is over, keyboard focus goes to the first field that was
 * refused, by the form or by a rule.
 */
export function Form({
  label,
  onSubmit,
  led = false,
  children,
}: {
  label: string;
  onSubmit: () => unknown;
  /** Somebody was sent here for a field that misses something: it has keyboard focus from the start. */
  led?: boolean;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(led ? 1 : 0);
  useEffect(() => {
    if (tries === 0) return;
    const refused = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (refused?.querySelector("input") ?? refused)?.focus();
  }, [tries]);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void Promise.resolve(onSubmit()).then(() => setTries((before) => before + 1));
      }}
    >
      {children}
    </form>
  );
}
